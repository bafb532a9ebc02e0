package ganglion.scenario.nodes.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a process can be reached.
 *
 * @param host name or address
 * @param port from 0 to 65535
 */
public record HostPort(String host, int port) {

    private static final int LAST_PORT = 65_535;

    /** Reads {@code HOST:PORT} of a process that is there: its port is not 0. */
    public static final class OfOther implements ITypeConverter<HostPort> {

        @Override
        public HostPort convert(String text) {
            HostPort place = new Reader().convert(text);
            if (place.port() == 0) {
                throw new TypeConversionException(
                        "found '" + text + "', expected HOST:PORT with a port from 1 to " + LAST_PORT);
            }
            return place;
        }
    }

    /** Reads {@code HOST:PORT}; the port 0 is any that is free. */
    public static final class Reader implements ITypeConverter<HostPort> {

        @Override
        public HostPort convert(String text) {
            int colon = text.lastIndexOf(':');
            if (colon > 0 && text.substring(0, colon).matches("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]")) {
                try {
                    int port = Integer.parseInt(text.substring(colon + 1));
                    if (port >= 0 && port <= LAST_PORT) {
                        return new HostPort(text.substring(0, colon), port);
                    }
                } catch (NumberFormatException e) {
                    // reported below
                }
            }
            throw new TypeConversionException(
                    "found '" + text + "', expected HOST:PORT with a port from 0 to " + LAST_PORT);
        }
    }

    /** Whether its name is one of a machine. Asks for its address, which may take some seconds. */
    public boolean isFound() {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
