/**
 * A live session in a browser: one port with the page and a WebSocket. {@link ganglion.live.server.LiveServer} is told the events of the
 * session by its thread, and only queues them. A thread of its own, the {@link ganglion.live.server.EventBroadcaster}, makes pictures of them some
 * thirty times a second and gives them to each {@link ganglion.live.server.BrowserConnection}, whose {@link ganglion.live.server.BrowserQueue} drops pictures
 * that its browser is too slow for. What browsers ask for comes in on threads of the library. {@link ganglion.live.server.Gate} lets
 * nobody in without the token.
 */
package ganglion.live.server;
