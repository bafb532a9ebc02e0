package ganglion.live.server;

import static ganglion.live.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.event.LiveEvent.LiveFrame;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.server.LiveServer.ServerOptions;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what becomes of clients that behave badly. In each case the session goes on. */
class LiveServerTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SyntheticSession session = new SyntheticSession(1_000, 20_000);
    private LiveServer server;
    private String address;

    @BeforeEach
    void start() throws IOException {
        server = LiveServer.start(session, new ServerOptions(ServerOptions.LOOPBACK, 0));
        address = server.address();
        session.begin(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String withoutToken(String path) {
        return "http://" + URI.create(address).getAuthority() + path;
    }

    /** The status line of a request that is written by hand. */
    private String status(String request) throws IOException {
        try (Socket socket =
                new Socket(ServerOptions.LOOPBACK, URI.create(address).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n")[0];
        }
    }

    @Test
    void thePageForbidsWhateverIsForeign() throws Exception {
        HttpResponse<String> page = get(address);

        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
        assertTrue(policy.contains("connect-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("*") || policy.contains("http"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), cookie);
        assertFalse(page.body().contains(URI.create(address).getQuery()), "the page does not hold the token");
    }

    @Test
    void theCookieOfThePageStandsForTheToken() throws Exception {
        String cookie =
                get(address).headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        HttpRequest request = HttpRequest.newBuilder(URI.create(withoutToken("/main.js")))
                .header("Cookie", "other=1; " + cookie)
                .build();

        assertEquals(
                200, HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    @Test
    void requestsThatNeverEndDoNotKeepOthersOut() throws Exception {
        List<Socket> halfSent = new ArrayList<>();
        try {
            for (int i = 0; i < 80; i++) {
                Socket socket =
                        new Socket(ServerOptions.LOOPBACK, URI.create(address).getPort());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost".getBytes(StandardCharsets.US_ASCII));
                halfSent.add(socket);
            }

            assertEquals(200, get(address).statusCode());
        } finally {
            for (Socket socket : halfSent) {
                socket.close();
            }
        }
    }

    /** A phone cannot open localhost. */
    @Test
    void whereAllAddressesAreServedThoseOfTheNetworksAreTold() throws Exception {
        try (LiveServer open = LiveServer.start(session, new ServerOptions("0.0.0.0", 0))) {
            assertTrue(open.address().startsWith("http://localhost:"), open.address());
            List<String> inNetworks = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> each instanceof Inet4Address && !each.isLoopbackAddress())
                    .map(each -> "http://" + each.getHostAddress() + ":")
                    .toList();
            assertEquals(1 + Math.min(8, inNetworks.size()), open.addresses().size());
            for (String each : open.addresses()) {
                assertEquals(200, get(each).statusCode());
            }
        }
        assertEquals(List.of(address), server.addresses());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 403",
        "/?token=, 403",
        "/?token=00000000000000000000000000000000, 403",
        "/?token=%C3%A4, 403",
        "/?token=%FF, 403",
        "/main.js, 403",
        "/session, 403",
    })
    void nobodyIsLetInWithoutTheToken(String path, int status) throws Exception {
        HttpResponse<String> answer = get(withoutToken(path));

        assertEquals(status, answer.statusCode());
        assertEquals(
                "This address lacks the token of the session. Open the whole address that ganglion live has printed.\n",
                answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, evil.example, 421",
        "GET, /../../etc/passwd, 127.0.0.1, 400",
        "POST, /, 127.0.0.1, 405",
        "GET, /nothing.js, 127.0.0.1, 404",
        "GET, /session, 127.0.0.1, 403",
        "GET, /%00, 127.0.0.1, 400",
    })
    void otherRequestsAreRefusedInWords(String method, String path, String host, int status) throws Exception {
        URI page = URI.create(address);
        String line = status(method + " " + path + "?" + page.getQuery() + " HTTP/1.1\r\nHost: " + host + ":"
                + page.getPort() + "\r\nConnection: close\r\n\r\n");

        assertTrue(line.startsWith("HTTP/1.1 " + status), line);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "http://127.0.0.1:1", "null", "https://127.0.0.1"})
    void aForeignPageMayNotConnect(String origin) {
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> ClientSocket.connect(address, origin, true));

        assertTrue(refused.getCause().toString().contains("Handshake"), refused.toString());
    }

    @Test
    void aBrowserGetsTheStartAndThePast() throws Exception {
        session.step(500);
        session.notice(LiveNotice.Kind.PROBLEM, "the microphone is gone <b>now</b>");
        try (ClientSocket client = ClientSocket.connect(address, true)) {
            await().until(() -> !client.of("notice").isEmpty() && client.pictures.get() > 0);

            assertEquals(
                    "pitch-detector-live",
                    client.of("start").get(0).path("scenario").asText());
            assertEquals("problem", client.of("notice").get(0).path("kind").asText());
        }
    }

    @Test
    void aTickThatCannotBeDrawnIsSaidAndTheNextOnesAreDrawn() throws Exception {
        try (ClientSocket client = ClientSocket.connect(address, true)) {
            await().until(() -> !client.of("start").isEmpty());
            server.happened(new LiveFrame(session.tick(), 0, 0, new float[0], new int[] {99_999}, -1, 0));
            await().until(() -> !client.of("problem").isEmpty());
            session.step(3);
            await().until(() -> client.pictures.get() > 0);
        }
    }

    @Test
    void aFurtherBrowserIsToldThatThereAreEnough() throws Exception {
        List<ClientSocket> clients = new ArrayList<>();
        for (int i = 0; i < EventBroadcaster.MOST_BROWSERS; i++) {
            ClientSocket client = ClientSocket.connect(address, true);
            clients.add(client);
            await().until(() -> !client.of("start").isEmpty());
        }
        ClientSocket further = ClientSocket.connect(address, true);
        assertEquals(
                "4001 4 browsers watch this session already. Close one of them, then connect again.",
                further.closing());

        clients.get(0).close();
        await().until(() -> {
            try (ClientSocket again = ClientSocket.connect(address, true)) {
                await().until(() -> again.closed.isDone() || !again.of("start").isEmpty());
                return !again.closed.isDone();
            }
        });
        clients.forEach(ClientSocket::close);
    }

    @Test
    void garbageIsAnsweredInOneLineAndTheRunGoesOn() throws Exception {
        try (ClientSocket client = ClientSocket.connect(address, true)) {
            client.send("hello");
            client.send("{\"do\":\"dance\"}");
            client.send(new byte[] {1, 2, 3});
            await().until(() -> client.of("problem").size() == 3);

            session.step(3);
            await().until(() -> client.pictures.get() > 0);
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheConnection() throws Exception {
        try (ClientSocket client = ClientSocket.connect(address, true)) {
            client.send("x".repeat(BrowserConnection.MOST_BYTES + 1));

            assertTrue(client.closing().startsWith("1009"), client.closed.toString());
        }
        theRunGoesOn();
    }

    /** Some ten megabytes are told, more than the system buffers for a connection on loopback. */
    @Test
    void aClientThatDoesNotReadHoldsUpNobody() throws Exception {
        try (ClientSocket slow = ClientSocket.connect(address, false);
                ClientSocket quick = ClientSocket.connect(address, true)) {
            await().until(() -> !quick.of("start").isEmpty());
            await().pollInterval(20, TimeUnit.MILLISECONDS).until(() -> {
                session.step(1_000);
                return quick.pictures.get() > 40;
            });

            assertFalse(slow.closed.isDone());
        }
        theRunGoesOn();
    }

    private void theRunGoesOn() throws Exception {
        try (ClientSocket other = ClientSocket.connect(address, true)) {
            await().until(() -> !other.of("start").isEmpty());
            session.step(3);
            await().until(() -> other.pictures.get() > 0);
        }
    }

    @Test
    void theEndIsToldBeforeThePortIsClosed() throws Exception {
        ClientSocket client = ClientSocket.connect(address, true);
        await().until(() -> !client.of("start").isEmpty());
        session.run();
        server.close();

        assertEquals("4004 The session is over.", client.closing());
        assertEquals(1, client.of("end").size());
        assertThrows(IOException.class, () -> get(address));
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() {
        ServerOptions same =
                new ServerOptions(ServerOptions.LOOPBACK, URI.create(address).getPort());

        IOException refused = assertThrows(IOException.class, () -> LiveServer.start(session, same));
        assertEquals(
                "port " + same.port() + " of 127.0.0.1 is taken, or may not be used; 0 chooses a free one",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "no.such.host.invalid, there is no host named no.such.host.invalid",
        "192.0.2.1, 192.0.2.1 is not an address of this machine",
    })
    void aHostThatIsNotHereIsSaidInOneLine(String host, String message) {
        IOException refused =
                assertThrows(IOException.class, () -> LiveServer.start(session, new ServerOptions(host, 0)));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void thePageIsSmall() {
        assertTrue(new PageFiles().bytes() <= 500_000, "bytes: " + new PageFiles().bytes());
    }
}
