package ganglion.live.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of the server that is no browser, and may behave badly. */
final class ClientSocket implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_MINUTES = 3;

    final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    final AtomicInteger pictures = new AtomicInteger();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean reads;
    private WebSocket socket;

    private ClientSocket(boolean reads) {
        this.reads = reads;
    }

    /** Connects with the token and the origin of the page. {@code reads}: whether it takes messages. */
    static ClientSocket connect(String address, boolean reads) throws Exception {
        URI page = URI.create(address);
        return connect(address, "http://" + page.getAuthority(), reads);
    }

    static ClientSocket connect(String address, String origin, boolean reads) throws Exception {
        ClientSocket made = new ClientSocket(reads);
        URI page = URI.create(address);
        made.socket = HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://" + page.getAuthority() + "/session?" + page.getQuery()), made)
                .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        return made;
    }

    void send(String message) throws Exception {
        socket.sendText(message, true).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    void send(byte[] message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(message), true).get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    /** Why the connection was closed, once it is: its code and reason. */
    String closing() throws Exception {
        return closed.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }

    /** The texts of a type. */
    List<JsonNode> of(String type) {
        return texts.stream()
                .filter(each -> each.path("type").asText().equals(type))
                .toList();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reads) {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                texts.add(JSON.readTree(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        if (last) {
            pictures.incrementAndGet();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete("failed: " + failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
