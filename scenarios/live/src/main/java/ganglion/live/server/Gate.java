package ganglion.live.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final KnownHosts hosts;
    private final AccessToken token;
    private final AccessToken once;
    private final String cookie;

    /**
     * @param sessions takes the requests at {@link #SESSION} that are let through
     * @param once opens the page as well, but only once
     * @param cookie its name, which differs between sessions on one machine because cookies do not know ports
     */
    Gate(Handler sessions, KnownHosts hosts, AccessToken token, AccessToken once, String cookie) {
        super(sessions);
        this.hosts = hosts;
        this.token = token;
        this.once = once;
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
        String told = tokenInAddress(request);
        boolean byAddress = token.equalsText(told) || once.isFirstUse(told);
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
}
