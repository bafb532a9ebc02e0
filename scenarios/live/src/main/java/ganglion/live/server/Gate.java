package ganglion.live.server;

import ganglion.live.server.PageFiles.PageFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests: refuses those without the token, under a foreign name or from a foreign page, and gives the files of the page. */
final class Gate extends Handler.Wrapper {

    /** Where the WebSocket is. */
    static final String SESSION = "/session";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<HttpField> HEADERS = List.of(
            new HttpField("Content-Security-Policy", POLICY),
            new HttpField("Cache-Control", "no-store"),
            new HttpField("X-Content-Type-Options", "nosniff"),
            new HttpField("X-Frame-Options", "DENY"),
            new HttpField("Referrer-Policy", "no-referrer"),
            new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new HttpField("Cross-Origin-Resource-Policy", "same-origin"));

    private static final String NO_TOKEN =
            "This address lacks the token of the session. Open the whole address that ganglion live has printed.";

    private final PageFiles files = new PageFiles();
    private final AllowedHosts hosts;
    private final AccessToken token;
    private final String cookie;

    /**
     * @param sessions takes the requests at {@link #SESSION} that are let through
     * @param cookie its name, which differs between sessions on one machine because cookies do not know ports
     */
    Gate(Handler sessions, AllowedHosts hosts, AccessToken token, String cookie) {
        super(sessions);
        this.hosts = hosts;
        this.token = token;
        this.cookie = cookie;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HEADERS.forEach(response.getHeaders()::put);
        String host = request.getHeaders().get(HttpHeader.HOST);
        String path = request.getHttpURI().getPath();
        if (!request.getMethod().equals("GET")) {
            return refuse(response, callback, 405, "Only GET is answered here.");
        }
        if (!hosts.isHost(host)) {
            return refuse(
                    response,
                    callback,
                    421,
                    "This server does not answer to that name. Open the address that ganglion live has printed.");
        }
        boolean byAddress = token.equalsText(tokenInAddress(request));
        if (!byAddress && !token.equalsText(tokenInCookie(request))) {
            return refuse(response, callback, 403, NO_TOKEN);
        }
        if (path.equals(SESSION)) {
            return session(request, response, callback, host);
        }
        PageFile file = files.at(path);
        if (file == null) {
            return refuse(response, callback, 404, "There is no such file.");
        }
        if (byAddress) {
            response.getHeaders()
                    .put(HttpHeader.SET_COOKIE, cookie + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict");
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
        response.write(true, ByteBuffer.wrap(file.bytes()), callback);
        return true;
    }

    private boolean session(Request request, Response response, Callback callback, String host) throws Exception {
        HttpFields headers = request.getHeaders();
        if (!hosts.isOwnOrigin(headers.get(HttpHeader.ORIGIN), host)) {
            return refuse(response, callback, 403, "Only the page of this server may connect.");
        }
        if (!"websocket".equalsIgnoreCase(headers.get(HttpHeader.UPGRADE))) {
            return refuse(response, callback, 426, "This is a WebSocket.");
        }
        return super.handle(request, response, callback);
    }

    private static String tokenInAddress(Request request) {
        try {
            return Request.extractQueryParameters(request).getValue("token");
        } catch (RuntimeException e) {
            // A query that cannot be decoded holds no token.
            return null;
        }
    }

    private String tokenInCookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(each -> each.getName().equals(cookie))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Answers to requests that the library refuses, such as malformed ones, and to failures: without words of the inside. */
    static boolean failure(Request request, Response response, Callback callback) {
        HEADERS.forEach(response.getHeaders()::put);
        return refuse(response, callback, response.getStatus(), "This request cannot be answered.");
    }

    private static boolean refuse(Response response, Callback callback, int status, String why) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.write(true, ByteBuffer.wrap((why + "\n").getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    /** A secret of 128 random bits that is in the address of the page. Whoever has it may watch and touch the session. */
    static final class AccessToken {

        private static final int BYTES = 16;

        private final String text;

        AccessToken() {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            text = HexFormat.of().formatHex(random);
        }

        /** As 32 hexadecimal digits. */
        String text() {
            return text;
        }

        /** Whether it is the same. Takes as long whatever the first difference. */
        boolean equalsText(String other) {
            return other != null
                    && MessageDigest.isEqual(
                            text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Under which names browsers may reach the server. A page of a stranger whose name is pointed at this machine (DNS rebinding) still asks
     * for the stranger's name, and is refused. Addresses in numbers are not names that anybody can point elsewhere.
     */
    static final class AllowedHosts {

        private static final Pattern NUMBERS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]{2,45}]");
        private static final String ORIGIN = "http://";

        private final String told;
        private final int port;

        /**
         * @param told the name or address that the server was told to listen on
         * @param port its port
         */
        AllowedHosts(String told, int port) {
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
}
