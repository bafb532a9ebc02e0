package ganglion.live.server;

import ganglion.live.server.LiveServer.ServerOptions;

/** A server with a synthetic session in real time, to work on the page. Prints its address, and runs until it is killed. */
final class SyntheticPage {

    private SyntheticPage() {}

    /** Arguments: port (0: a free one), spikes a second (100,000). */
    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        int spikes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        LateListener listener = new LateListener();
        SyntheticSession session = new SyntheticSession(listener, 4_000, spikes);
        LiveServer server = LiveServer.start(session, new ServerOptions(ServerOptions.LOOPBACK, port));
        listener.set(server);
        session.begin();
        System.out.println(server.address());
        new SyntheticClock(session);
    }
}
