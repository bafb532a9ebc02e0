package ganglion.live.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ganglion.live.event.LiveControls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Follows what browsers ask for. What cannot be followed is answered in one line, and changes nothing. */
final class BrowserCommands {

    /** Most bytes of a message of a browser; one that sends more is cut off. */
    static final int MOST_BYTES = 4_096;

    /** Most characters of a message that are quoted in an answer. */
    private static final int QUOTED = 40;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final LiveControls controls;

    BrowserCommands(LiveControls controls) {
        this.controls = controls;
    }

    /**
     * @param text one message
     * @param answer takes messages for the browser, now or later
     */
    void follow(String text, Consumer<String> answer) {
        try {
            JsonNode order = JSON.readTree(text);
            if (order == null || !order.isObject()) {
                throw new IllegalArgumentException("expected a JSON object");
            }
            follow(order, answer);
        } catch (JsonProcessingException e) {
            answer.accept(EventText.problem("not understood: " + quoted(text)));
        } catch (IllegalArgumentException e) {
            answer.accept(EventText.problem(oneLine(e)));
        } catch (RuntimeException e) {
            // Whatever a session throws, the connection stays.
            answer.accept(EventText.problem("not done: " + oneLine(e)));
        }
    }

    private void follow(JsonNode order, Consumer<String> answer) {
        String verb = string(order, "do");
        switch (verb) {
            case "adjust" -> controls.adjust(string(order, "name"), number(order, "value"));
            case "watch" -> controls.watch(neurons(order));
            case "keep" -> keep(order, answer);
            case "stop" -> controls.stop();
            default -> throw new IllegalArgumentException("not understood: " + quoted(verb));
        }
    }

    private void keep(JsonNode order, Consumer<String> answer) {
        kept(whole(order, "from"), whole(order, "until"), string(order, "name"))
                .whenComplete((folder, failure) -> answer.accept(
                        failure == null ? EventText.kept(folder) : EventText.problem("not kept: " + oneLine(failure))));
    }

    /** As {@link LiveControls#keep}; what that throws is a failure like any other. */
    private CompletableFuture<String> kept(long fromTick, long untilTick, String name) {
        try {
            return controls.keep(fromTick, untilTick, name);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static List<Integer> neurons(JsonNode order) {
        JsonNode list = order.path("neurons");
        if (!list.isArray() || list.size() > LiveControls.MOST_WATCHED) {
            throw new IllegalArgumentException(
                    "expected a list of at most " + LiveControls.MOST_WATCHED + " at /neurons");
        }
        List<Integer> neurons = new ArrayList<>();
        for (JsonNode each : list) {
            if (!each.isIntegralNumber() || !each.canConvertToInt()) {
                throw new IllegalArgumentException("expected whole numbers at /neurons");
            }
            neurons.add(each.intValue());
        }
        return neurons;
    }

    private static String string(JsonNode order, String key) {
        if (!order.path(key).isTextual()) {
            throw new IllegalArgumentException("expected a text at /" + key);
        }
        return order.path(key).textValue();
    }

    private static double number(JsonNode order, String key) {
        if (!order.path(key).isNumber()) {
            throw new IllegalArgumentException("expected a number at /" + key);
        }
        return order.path(key).doubleValue();
    }

    private static long whole(JsonNode order, String key) {
        JsonNode value = order.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("expected a whole number at /" + key);
        }
        return value.longValue();
    }

    private static String quoted(String text) {
        String line = text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static String oneLine(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RejectedExecutionException) {
            return "this part of the session is over";
        }
        String message = cause.getMessage() == null ? "for an unknown reason" : cause.getMessage();
        return message.replaceAll("\\p{Cntrl}", " ");
    }
}
