package ganglion.report.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.hardware.cascade.StageDecision;
import ganglion.hardware.cascade.StageMean;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.report.cascade.RecordedStage.OnDevice;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a decision takes on each device, in the mean over all decisions of the runs of a network. An artificial network of the same layers
 * is left out: it is another network, whose decisions nobody has seen.
 */
final class StageEstimates {

    private final Boundary boundary;
    private final Map<String, List<Counted>> ways = new LinkedHashMap<>();
    private final Map<String, String> left = new LinkedHashMap<>();
    private int runs;

    /** One run's estimate, and how many decisions it stands for. */
    private record Counted(JsonNode estimate, boolean asleep, int decisions) {}

    StageEstimates(Boundary boundary) {
        this.boundary = boundary;
    }

    void add(RecordedRun run, int ofRun) {
        runs++;
        for (JsonNode estimate : run.result().at("/comparison/estimates")) {
            if (!estimate.path("computation").asText().equals(Computation.ARTIFICIAL.word())) {
                ways.computeIfAbsent(device(estimate) + " " + computation(estimate), any -> new ArrayList<>())
                        .add(new Counted(estimate, asleep(run.result(), estimate), ofRun));
            }
        }
    }

    private boolean asleep(JsonNode result, JsonNode estimate) {
        for (JsonNode profile : result.path("profiles")) {
            if (boundary == Boundary.ACTIVE && profile.path("name").asText().equals(device(estimate))) {
                return profile.at("/powerWatts/sleep").isNumber();
            }
        }
        return false;
    }

    private static String device(JsonNode estimate) {
        return estimate.path("profile").asText();
    }

    private static String computation(JsonNode estimate) {
        String format = estimate.path("format").asText("");
        String word = estimate.path("computation").asText();
        return format.isEmpty() || format.equals("null") ? word : word + " " + format;
    }

    /** Mean time from one decision to the next. */
    double periodSeconds(Path folder) throws InputException {
        for (List<Counted> way : ways.values()) {
            double period = periodSeconds(way);
            if (period > 0) {
                return period;
            }
        }
        throw JsonDocument.refusal(folder, "has no estimates, expected a run with hardware");
    }

    private static double periodSeconds(List<Counted> way) {
        double sum = 0;
        for (Counted each : way) {
            sum += each.decisions() * each.estimate().path("periodSeconds").asDouble();
        }
        return sum / way.stream().mapToInt(Counted::decisions).sum();
    }

    /** Each device in each way in which it can compute the network, the one that takes least first. */
    List<OnDevice> devices(Path folder) throws InputException {
        List<OnDevice> possible = new ArrayList<>();
        for (List<Counted> way : ways.values()) {
            JsonNode first = way.get(0).estimate();
            String reason = reason(way);
            OnDevice device = reason.isEmpty() ? device(folder, way) : null;
            if (device == null) {
                left.putIfAbsent(device(first), reason.isEmpty() ? StageMean.LESS_THAN_REST : reason);
            } else {
                possible.add(device);
            }
        }
        possible.forEach(each -> left.remove(each.power().device()));
        if (possible.isEmpty()) {
            throw JsonDocument.refusal(
                    folder,
                    "no device keeps pace with a known " + boundary.label() + " energy: " + String.join("; ", left()));
        }
        return possible.stream()
                .sorted(Comparator.comparing((OnDevice each) -> each.power().device())
                        .thenComparing(each -> each.power().decisionJoules()))
                .toList();
    }

    /** Devices that are left out, each with the reason. */
    List<String> left() {
        return left.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private String reason(List<Counted> way) {
        for (Counted each : way) {
            Optional<String> refusal = decision(each.estimate()).refusal();
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return way.size() == runs ? "" : "is not in all runs";
    }

    private StageDecision decision(JsonNode estimate) {
        JsonNode energy = estimate.path("energies").path(boundary.word());
        boolean possible = estimate.path("possible").asBoolean();
        return new StageDecision(
                boundary,
                texts(possible ? energy.path("missing") : estimate.path("problems")),
                possible ? number(energy.path("joules")) : OptionalDouble.empty(),
                number(estimate.path("betweenWatts")),
                number(energy.at("/parts/static/joules")),
                estimate.path("periodSeconds").asDouble(),
                number(estimate.path("workSeconds")),
                estimate.path("inTime").asBoolean());
    }

    private static OptionalDouble number(JsonNode node) {
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Null if its energy holds less than rest. */
    private OnDevice device(Path folder, List<Counted> way) throws InputException {
        JsonNode first = way.get(0).estimate();
        StageMean mean = new StageMean(decision(first).restWatts());
        way.forEach(each -> mean.add(decision(each.estimate()), each.decisions()));
        try {
            return mean.power(device(first), reliability(first.path("reliability")))
                    .map(power ->
                            new OnDevice(power, computation(first), way.get(0).asleep()))
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            throw JsonDocument.refusal(folder, e.getMessage());
        }
    }

    private static Reliability reliability(JsonNode node) {
        JsonNode factor = node.path("factor");
        return new Reliability(
                grade(node.path("grade").asText()),
                node.path("heldOut").asInt(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                factor.isNumber() && factor.doubleValue() >= 1
                        ? OptionalDouble.of(factor.doubleValue())
                        : OptionalDouble.empty());
    }

    private static Grade grade(String name) {
        return Arrays.stream(Grade.values())
                .filter(grade -> grade.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the grade '" + name + "', expected A to D"));
    }
}
