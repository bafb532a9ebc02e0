package ganglion.live.server;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Under which names browsers may reach the server. A page of a stranger whose name is pointed at this machine (DNS rebinding) still asks
 * for the stranger's name, and is refused. Addresses in numbers are not names that anybody can point elsewhere.
 */
final class KnownHosts {

    private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]{2,45}]");
    private static final String ORIGIN = "http://";

    private final String told;
    private final int port;

    /**
     * @param told the name or address that the server was told to listen on
     * @param port its port
     */
    KnownHosts(String told, int port) {
        this.told = told.toLowerCase(Locale.ROOT);
        this.port = port;
    }

    /** Whether a request's {@code Host} is this server. */
    boolean isHost(String header) {
        if (header == null) {
            return false;
        }
        String ending = ":" + port;
        String host = header.toLowerCase(Locale.ROOT);
        if (host.endsWith(ending)) {
            host = host.substring(0, host.length() - ending.length());
        } else if (port != 80) {
            return false;
        }
        return host.equals("localhost")
                || host.equals(told)
                || NUMBERS.matcher(host).matches();
    }

    /** Whether a request comes from a page of this server: its {@code Origin} is its {@code Host}. */
    boolean isOwnOrigin(String origin, String host) {
        return origin != null && isHost(host) && origin.equalsIgnoreCase(ORIGIN + host);
    }
}
