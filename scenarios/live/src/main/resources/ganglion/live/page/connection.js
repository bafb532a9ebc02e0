// The WebSocket: connects, and again after a loss, with longer and longer breaks. Codes above 4000 are answers of the server, after which
// it does not try by itself.

const PATIENCE_MILLISECONDS = 5000;
const LONGEST_BREAK = 8000;

export class Connection {
  /** listener: {opened(), text(object), bytes(ArrayBuffer), lost(text, final)}. */
  constructor(listener) {
    this.listener = listener;
    this.wait = 500;
    this.heard = 0;
    setInterval(() => this.check(), 1000);
    this.connect();
  }

  connect() {
    clearTimeout(this.timer);
    const socket = new WebSocket('ws://' + location.host + '/session');
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.addEventListener('open', () => {
      this.heard = performance.now();
      this.wait = 500;
      this.listener.opened();
    });
    socket.addEventListener('message', (event) => {
      if (socket !== this.socket) return;
      this.heard = performance.now();
      if (typeof event.data === 'string') this.listener.text(JSON.parse(event.data));
      else this.listener.bytes(event.data);
    });
    socket.addEventListener('close', (event) => {
      if (socket === this.socket) this.closed(event.code, event.reason);
    });
  }

  closed(code, reason) {
    this.socket = null;
    if (code > 4000) {
      this.listener.lost(reason, true);
      return;
    }
    this.listener.lost(code === 1009 ? 'A message of this page was too long.' : '', false);
    this.timer = setTimeout(() => this.connect(), this.wait);
    this.wait = Math.min(LONGEST_BREAK, this.wait * 2);
  }

  /** A server that is silent for long is gone, even if the network has not noticed. */
  check() {
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN || performance.now() - this.heard < PATIENCE_MILLISECONDS) return;
    const { socket } = this;
    this.closed(1006, '');
    socket.close();
  }

  send(order) {
    const open = this.socket !== null && this.socket.readyState === WebSocket.OPEN;
    if (open) this.socket.send(order);
    return open;
  }
}
