package ganglion.live.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** The hosts of the addresses under which a server can be reached. */
final class ReachableHosts {

    /** More are of no use to a reader; a machine with many containers has as many networks. */
    private static final int PRINTED = 8;

    private ReachableHosts() {}

    /**
     * Hosts as they stand in addresses.
     *
     * @param told the name or address that the server listens on; of {@code 0.0.0.0} and {@code ::}, which are all of the machine,
     *     {@code localhost} and then the IPv4 addresses of its networks
     */
    static List<String> of(String told) {
        if (!told.equals("0.0.0.0") && !told.equals("::")) {
            return List.of(told.contains(":") ? "[" + told + "]" : told);
        }
        List<String> hosts = new ArrayList<>(List.of("localhost"));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .limit(PRINTED)
                    .forEach(hosts::add);
        } catch (SocketException e) {
            // A machine that cannot list its networks is still reached under localhost.
        }
        return List.copyOf(hosts);
    }
}
