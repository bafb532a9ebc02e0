package ganglion.live.command;

import ganglion.cli.terminal.Console;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.server.LiveServer;
import ganglion.live.server.LiveServer.ServerOptions;
import ganglion.live.session.LiveSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether and where the page of the session is served. */
public final class PageChoice {

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Serve the page on this port; by default on one that is free. With --json-lines, the page is served only if"
                            + " --port or --host is given.")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Serve the page on this address of the machine, so that others in its network can open it; by default for this"
                            + " machine alone.")
    private String host;

    @Option(names = "--no-browser", description = "Do not open the page in a browser.")
    private boolean noBrowser;

    @Option(names = "--no-page", description = "Serve no page.")
    private boolean noPage;

    /**
     * Serves the page if it is wanted. When the session begins, says where, and opens it if someone sits at the terminal.
     *
     * @param jsonLines whether standard output is for programs
     * @throws InputException if the port or the address cannot be used
     */
    Optional<LiveServer> serve(LiveSession session, Console console, boolean jsonLines) throws InputException {
        boolean asked = port != null || host != null;
        if (noPage || !asked && (jsonLines || console.isServed())) {
            return Optional.empty();
        }
        try {
            ServerOptions options =
                    new ServerOptions(host == null ? ServerOptions.LOOPBACK : host, port == null ? 0 : port);
            LiveServer server = LiveServer.start(session, options);
            session.tell(server);
            session.tell(event -> {
                if (event instanceof LiveStart) {
                    announce(server, console, jsonLines);
                }
            });
            return Optional.of(server);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }

    /** The address is of use as soon as something is heard, and not if the sound is refused. */
    private void announce(LiveServer server, Console console, boolean jsonLines) {
        PrintStream out = jsonLines ? console.err() : console.out();
        server.addresses().forEach(address -> out.println("page: " + address));
        if (!noBrowser && !jsonLines && console.outTerminal()) {
            DesktopBrowser.open(server.addressForOnce());
        }
    }

    /** The browser that the desktop opens files with. */
    static final class DesktopBrowser {

        private DesktopBrowser() {}

        /**
         * Opens an address, which no command line holds: other users of the machine can read those. Where there is no desktop nothing happens: the
         * address is printed, too.
         */
        static void open(String address) {
            try {
                start(RedirectFile.write(address));
            } catch (IOException e) {
                // No desktop, or no place for a file.
            }
        }

        private static void start(Path page) throws IOException {
            String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            String file = page.toUri().toString();
            List<String> command = system.startsWith("windows")
                    ? List.of("rundll32", "url.dll,FileProtocolHandler", file)
                    : List.of(system.startsWith("mac") ? "open" : "xdg-open", file);
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        /** A file that leads a browser to an address with a secret. Only its owner can read it; it is deleted when the program ends. */
        static final class RedirectFile {

            private RedirectFile() {}

            /**
             * Writes one into the folder for temporary files.
             *
             * @param address of letters, digits and {@code :/?=.[]-%}
             */
            static Path write(String address) throws IOException {
                // Java makes it with the rights rw-------, or in the user's own folder where there are no such rights.
                Path file = Files.createTempFile("ganglion-live-", ".html");
                file.toFile().deleteOnExit();
                return Files.writeString(file, """
                        <!doctype html>
                        <meta charset="utf-8">
                        <meta name="referrer" content="no-referrer">
                        <meta http-equiv="refresh" content="0;url=%1$s">
                        <title>Ganglion live</title>
                        <a href="%1$s">The page of the live session</a>
                        """.formatted(address));
            }
        }
    }
}
