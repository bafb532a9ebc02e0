package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.server.Gate.AllowedHosts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts("Desk.local", 8123);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8123, true",
        "localhost:8123, true",
        "LOCALHOST:8123, true",
        "[::1]:8123, true",
        "desk.local:8123, true",
        "192.168.1.7:8123, true",
        "127.0.0.1:8124, false",
        "127.0.0.1, false",
        "evil.example:8123, false",
        "127.0.0.1.evil.example:8123, false",
        "localhost.evil.example:8123, false",
        "evil.example#localhost:8123, false",
        "'', false",
        ", false",
    })
    void onlyNamesThatNobodyElseCanPointHereAreHosts(String header, boolean known) {
        assertEquals(known, hosts.isHost(header));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8123, localhost:8123, true",
        "http://127.0.0.1:8123, localhost:8123, false",
        "https://localhost:8123, localhost:8123, false",
        "http://localhost:9000, localhost:8123, false",
        "http://evil.example, localhost:8123, false",
        "http://evil.example:8123, evil.example:8123, false",
        "null, localhost:8123, false",
        ", localhost:8123, false",
    })
    void onlyTheOwnPageIsTheOwnOrigin(String origin, String host, boolean own) {
        assertEquals(own, hosts.isOwnOrigin(origin, host));
    }
}
