import { install } from './bench-page'
import { floor } from './floor'
import './host.css'

install(floor(''))
