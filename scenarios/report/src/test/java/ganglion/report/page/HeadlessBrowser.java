package ganglion.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A page in headless Chromium, driven by the DevTools protocol over a local socket. Tests of other modules use it, too. */
public final class HeadlessBrowser implements AutoCloseable {

    /** For what must come. It only decides when a test that will never pass fails: busy machines need some tens of seconds. */
    private static final long PATIENCE_SECONDS = 180;

    /** For a condition within the page; shorter, so that the page says what it shows before the browser is given up. */
    private static final long PAGE_PATIENCE_SECONDS = 120;

    private static final int DRAG_STEPS = 4;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** What a person would see red in the console comes with these events. */
    private static final Set<String> CONSOLE =
            Set.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded");

    private static final String REQUEST = "Network.requestWillBeSent";

    /** Waits in the page. Gives nothing if the condition holds in time, and else what the page shows. Times are in milliseconds. */
    private static final String UNTIL = """
        new Promise((resolve) => {
          const begun = performance.now();
          const look = () => {
            let held = false;
            try { held = (%s); } catch (e) { held = false; }
            if (held) resolve('');
            else if (performance.now() - begun > %d) resolve('the page: ' + document.body?.innerText.slice(0, 500));
            else setTimeout(look, 25);
          };
          look();
        })\
        """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> firstPage = new CompletableFuture<>();

    /** The documents that the page has come to, by the names that the browser gives them. */
    private final Map<String, CompletableFuture<Void>> arrivals = new ConcurrentHashMap<>();

    /** Of the page; empty until there is one. */
    private String session = "";

    /**
     * The browser of this machine: {@code CHROME_BIN}, or the first of the usual names on the path. If there is none, says on standard
     * error which tests are skipped.
     */
    public static Optional<Path> binary() {
        String named = System.getenv("CHROME_BIN");
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        Optional<Path> found = Stream.concat(Stream.ofNullable(named).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            Class<?> test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .getCallerClass();
            System.err.println("no chromium or chrome: tests of " + test.getName() + " are skipped");
        }
        return found;
    }

    public HeadlessBrowser(Path binary, int width, int height) throws Exception {
        profile = Files.createTempDirectory("ganglion-browser");
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height,
                "about:blank"));
        process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(debuggingAddress(), new Listener())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        call("Target.setDiscoverTargets", JSON.createObjectNode().put("discover", true));
        // A browser listens before it has a page.
        String page = firstPage.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        ObjectNode attached = JSON.createObjectNode().put("targetId", page).put("flatten", true);
        session = call("Target.attachToTarget", attached).path("sessionId").asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JSON.createObjectNode());
        }
    }

    /** The browser says on stderr where it listens; the rest of stderr must be read away, or it blocks. */
    private URI debuggingAddress() throws Exception {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = process.errorReader()) {
                lines.lines()
                        .filter(line -> line.contains("DevTools listening on"))
                        .forEach(line -> address.complete(URI.create(line.substring(line.indexOf("ws:")))));
            } catch (IOException | java.io.UncheckedIOException e) {
                address.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void open(Path file) throws Exception {
        open(file.toUri());
    }

    /**
     * Leaves the page for another, and returns once what is evaluated next is evaluated there, not in the one that is left. The other one may
     * still load: tests {@linkplain #awaitThat wait} for what they look at.
     */
    public void open(URI address) throws Exception {
        JsonNode navigated = call("Page.navigate", JSON.createObjectNode().put("url", address.toString()));
        if (navigated.has("errorText")) {
            throw new IllegalStateException(
                    address + ": " + navigated.path("errorText").asText());
        }
        arrival(navigated.path("loaderId").asText()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> arrival(String document) {
        return arrivals.computeIfAbsent(document, name -> new CompletableFuture<>());
    }

    /** Opens the report of a run directory and waits until it is drawn. Returns how many spikes it has drawn. */
    String openReport(Path directory) throws Exception {
        open(directory.resolve("report.html"));
        awaitThat("window.ganglionReport.ready");
        return evaluate("document.body.dataset.spikeCount").asText();
    }

    /**
     * Waits until a JavaScript expression is true; while it throws, it is not. The page looks by itself, which is quicker than asking it
     * again and again.
     */
    public void awaitThat(String condition) throws Exception {
        String shown = evaluate(UNTIL.formatted(condition, 1000 * PAGE_PATIENCE_SECONDS))
                .asText();
        if (!shown.isEmpty()) {
            throw new AssertionError(condition + " does not hold; " + shown);
        }
    }

    /** Waits until what has happened is drawn. */
    public void awaitFrames() throws Exception {
        evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))");
    }

    /** Makes the page as wide and as high as a small screen, or another one. */
    public void resize(int width, int height) throws Exception {
        ObjectNode size = JSON.createObjectNode().put("width", width).put("height", height);
        call(
                "Emulation.setDeviceMetricsOverride",
                size.put("deviceScaleFactor", 1).put("mobile", false));
        awaitThat("innerWidth === " + width + " && innerHeight === " + height);
    }

    /** Asks pages that follow the system for their dark theme, or their light one. */
    public void prefer(boolean dark) throws Exception {
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    /** Says that people who use the page want little motion, or no longer says so. */
    public void preferLittleMotion(boolean little) throws Exception {
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-reduced-motion")
                .put("value", little ? "reduce" : "no-preference");
        call("Emulation.setEmulatedMedia", media);
    }

    /** Makes the page believe that it is in front, so that it hears what gets and loses the focus. */
    public void bringToFront() throws Exception {
        call("Emulation.setFocusEmulationEnabled", JSON.createObjectNode().put("enabled", true));
    }

    /** The value of a JavaScript expression; promises are waited for. */
    public JsonNode evaluate(String expression) throws Exception {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.put("expression", expression).put("returnByValue", true).put("awaitPromise", true);
        JsonNode answer = call("Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Presses a key: a character, or one with a name such as {@code ArrowLeft}. */
    public void press(String key) throws Exception {
        ObjectNode down = JSON.createObjectNode().put("type", "keyDown").put("key", key);
        call("Input.dispatchKeyEvent", key.length() == 1 ? down.put("text", key) : down);
        call(
                "Input.dispatchKeyEvent",
                JSON.createObjectNode().put("type", "keyUp").put("key", key));
    }

    public void moveMouse(double x, double y) throws Exception {
        call(
                "Input.dispatchMouseEvent",
                JSON.createObjectNode().put("type", "mouseMoved").put("x", x).put("y", y));
    }

    /** Presses the mouse at a place, moves it to another, which may be the same, and releases it. */
    public void drag(double fromX, double fromY, double toX, double toY) throws Exception {
        mouse("mousePressed", fromX, fromY, 1);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            double share = (double) step / DRAG_STEPS;
            mouse("mouseMoved", fromX + share * (toX - fromX), fromY + share * (toY - fromY), 1);
        }
        mouse("mouseReleased", toX, toY, 0);
    }

    private void mouse(String type, double x, double y, int buttons) throws Exception {
        ObjectNode event = JSON.createObjectNode().put("type", type).put("x", x).put("y", y);
        call(
                "Input.dispatchMouseEvent",
                event.put("button", "left").put("buttons", buttons).put("clickCount", 1));
    }

    /** Turns the wheel at a place, downwards if positive. */
    public void turnWheel(double x, double y, double by) throws Exception {
        ObjectNode event =
                JSON.createObjectNode().put("type", "mouseWheel").put("x", x).put("y", y);
        call("Input.dispatchMouseEvent", event.put("deltaX", 0).put("deltaY", by));
    }

    /** Two fingers at a height, which move from one distance from a middle to another. */
    public void pinch(double middle, double y, double from, double to) throws Exception {
        touch("touchStart", middle, y, from);
        touch("touchMove", middle, y, (from + to) / 2);
        touch("touchMove", middle, y, to);
        ObjectNode end = JSON.createObjectNode().put("type", "touchEnd");
        end.putArray("touchPoints");
        call("Input.dispatchTouchEvent", end);
    }

    private void touch(String type, double middle, double y, double distance) throws Exception {
        ObjectNode event = JSON.createObjectNode().put("type", type);
        ArrayNode fingers = event.putArray("touchPoints");
        for (int side : new int[] {-1, 1}) {
            fingers.addObject().put("x", middle + side * distance).put("y", y).put("id", side + 1);
        }
        call("Input.dispatchTouchEvent", event);
    }

    /** What a person would see red in the console, as JSON. */
    public List<String> consoleProblems() {
        List<String> problems = new ArrayList<>();
        for (JsonNode event : events) {
            JsonNode what = event.path("params");
            boolean bad = switch (event.path("method").asText()) {
                case "Runtime.exceptionThrown" -> true;
                case "Runtime.consoleAPICalled" ->
                    List.of("error", "warning", "assert")
                            .contains(what.path("type").asText());
                case "Log.entryAdded" ->
                    !what.path("entry").path("level").asText().equals("verbose");
                default -> false;
            };
            if (bad) {
                problems.add(event.toString());
            }
        }
        return problems;
    }

    /** Addresses that the page asked for, but those whose data it holds itself. */
    public List<String> requests() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(REQUEST))
                .map(event -> event.path("params").path("request").path("url").asText())
                .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
                .toList();
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        JsonNode received = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (received.has("error")) {
            throw new IllegalStateException(method + ": " + received.path("error"));
        }
        return received.path("result");
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        // Until all are gone they may write to the profile, which is deleted next.
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        }
        try (Stream<Path> tree = Files.walk(profile)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                receive(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void receive(String text) {
            try {
                JsonNode received = JSON.readTree(text);
                if (received.has("id")) {
                    answers.remove(received.path("id").asInt()).complete(received);
                } else {
                    note(received);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Of the many events, such as one for each message on a socket of the page, a few are looked at. */
        private void note(JsonNode event) {
            String method = event.path("method").asText();
            JsonNode what = event.path("params");
            if (CONSOLE.contains(method) || method.equals(REQUEST)) {
                events.add(event);
            } else if (method.equals("Page.frameNavigated")) {
                arrival(what.path("frame").path("loaderId").asText()).complete(null);
            } else if (method.equals("Target.targetCreated")
                    && what.path("targetInfo").path("type").asText().equals("page")) {
                firstPage.complete(what.path("targetInfo").path("targetId").asText());
            }
        }
    }
}
