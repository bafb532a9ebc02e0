package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SeedFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures of networks as JSON and back, to the last bit. What is unknown is left out. */
public final class FiguresJson {

    private static final String SAMPLES = "samples";
    private static final String CORRECT = "correct";
    private static final String DEVICES = "devices";

    private FiguresJson() {}

    /** What a network does after a stage of its training. */
    public static ObjectNode of(RungFigures rung) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", rung.epochs()).put("seed", rung.seed());
        node.put(SAMPLES, rung.samples()).put(CORRECT, rung.correct());
        node.put("accuracy", rung.samples() == 0 ? 0 : (double) rung.correct() / rung.samples());
        ArrayNode devices = node.putArray(DEVICES);
        rung.devices().forEach(device -> devices.add(of(device)));
        return node;
    }

    /** The same back from JSON. */
    public static RungFigures rung(JsonNode node) {
        List<DeviceOutcome> devices = new ArrayList<>();
        node.path(DEVICES).forEach(device -> devices.add(device(device)));
        return new RungFigures(
                node.path("epochs").asInt(),
                node.path("seed").asLong(),
                node.path(SAMPLES).asInt(),
                node.path(CORRECT).asInt(),
                devices);
    }

    /** What a network does on a device. */
    public static ObjectNode of(DeviceOutcome device) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("profile", device.profile()).put("fits", device.fits());
        if (!device.fits()) {
            device.problems().forEach(node.putArray("problems")::add);
            return node;
        }
        node.put(SAMPLES, device.samples()).put(CORRECT, device.correct()).put("accuracy", device.accuracy());
        put(node, "joules", device.joules());
        device.joules()
                .ifPresent(joules -> device.factor()
                        .ifPresent(factor ->
                                node.putArray("interval").add(joules / factor).add(joules * factor)));
        put(node, "seconds", device.seconds());
        node.put("bytes", device.bytes()).put("computes", device.computes()).put("grade", device.grade());
        put(node, "factor", device.factor());
        ArrayNode clips = node.putArray("clips");
        device.clips().forEach(clip -> clips.add(of(clip)));
        return node;
    }

    private static ObjectNode of(ClipFigures clip) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", clip.file()).put("label", clip.label()).put("winner", clip.winner());
        put(node, "joules", clip.joules());
        put(node, "wholeClipJoules", clip.wholeClipJoules());
        put(node, "seconds", clip.seconds());
        return node;
    }

    private static void put(ObjectNode node, String key, OptionalDouble value) {
        value.ifPresent(number -> node.put(key, number));
    }

    /** The same back from JSON. */
    public static DeviceOutcome device(JsonNode node) {
        String profile = node.path("profile").asText();
        if (!node.path("fits").asBoolean()) {
            List<String> problems = new ArrayList<>();
            node.path("problems").forEach(problem -> problems.add(problem.asText()));
            return DeviceOutcome.unfit(profile, problems);
        }
        List<ClipFigures> clips = new ArrayList<>();
        node.path("clips").forEach(clip -> clips.add(clip(clip)));
        return new DeviceOutcome(
                profile,
                List.of(),
                node.path(SAMPLES).asInt(),
                node.path(CORRECT).asInt(),
                clips,
                node.path("grade").asText(),
                number(node, "factor"),
                node.path("computes").asText(),
                node.path("bytes").asLong());
    }

    private static ClipFigures clip(JsonNode node) {
        return new ClipFigures(
                node.path("file").asText(),
                node.path("label").asText(),
                node.path("winner").asText(),
                number(node, "joules"),
                number(node, "wholeClipJoules"),
                number(node, "seconds"));
    }

    private static OptionalDouble number(JsonNode node, String key) {
        return node.path(key).isNumber() ? OptionalDouble.of(node.path(key).doubleValue()) : OptionalDouble.empty();
    }

    /** What a network does that was trained with one seed of a point. */
    public static ObjectNode of(SeedFigures seed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("seed", seed.seed());
        node.set("validation", of(seed.validation()));
        seed.test().ifPresent(test -> {
            ObjectNode section = of(test);
            new Share(test.correct(), test.samples()).putInto(section);
            section.set(
                    "baseline",
                    new Share(seed.baselineCorrect(), test.samples()).json().put("is", "logistic regression"));
            node.set("test", section);
        });
        node.putObject("verification")
                .put(SAMPLES, seed.verifiedSamples())
                .put("spikes", seed.verifiedSpikes())
                .put("differences", seed.differences());
        return node;
    }

    /** The same back from JSON. */
    public static SeedFigures seed(JsonNode node) {
        return new SeedFigures(
                node.path("seed").asLong(),
                device(node.path("validation")),
                node.has("test") ? Optional.of(device(node.path("test"))) : Optional.empty(),
                node.at("/test/baseline/" + CORRECT).asInt(-1),
                node.at("/verification/" + SAMPLES).asInt(),
                node.at("/verification/spikes").asLong(),
                node.at("/verification/differences").asLong());
    }
}
