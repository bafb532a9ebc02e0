package ganglion.scenario.nodes.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a process of a cluster can be reached by others. */
public final class ConnectionOptions {

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostPort.Reader.class,
            description =
                    "Address of this machine at which other nodes reach it; by default only this machine can. Port 0"
                            + " is any that is free.")
    private HostPort listen;

    @Option(
            names = "--tls",
            paramLabel = "DIR",
            description = "Folder with tls.key, tls.crt and ca.crt: connections are encrypted, and both sides show"
                    + " certificates.")
    private Path tls;

    /** Where this process listens, if it was given. */
    public Optional<HostPort> listen() {
        return Optional.ofNullable(listen);
    }

    /** Keys and certificates, if connections are to be encrypted. */
    public Optional<Path> tls() {
        return Optional.ofNullable(tls);
    }

    /** The options by which connections may have failed, for messages. */
    public String names() {
        return tls == null ? "--listen" : "--listen, --tls";
    }
}
