package ganglion.hardware.library;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Document;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Accounting;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.FigureKind;
import ganglion.hardware.figure.Interval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes figures of their places in a document, and collects what the schema could not see. For one use. */
final class FigureMapper {

    private static final List<Dimension> MEASURED = List.of(Dimension.ENERGY, Dimension.POWER, Dimension.TIME);

    private final Document document;
    private final List<Problem> problems = new ArrayList<>();

    FigureMapper(Document document) {
        this.document = document;
    }

    void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }

    void throwProblems() throws InputException {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /** The figure at a pointer; nothing if there is none, or if it is wrong, which is noted. */
    Optional<Figure> optional(String pointer, Dimension dimension) {
        JsonNode node = document.root().at(pointer);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Optional<String> source = source(pointer);
        Optional<Double> value = quantity(pointer + "/value", dimension);
        if (source.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                node.get("value").asText(),
                value.get(),
                dimension,
                FigureKind.of(node.get("kind").asText()),
                source.get(),
                node.path("note").asText(""),
                interval(pointer, value.get(), dimension)));
    }

    Optional<EnergyFigure> energy(String pointer) {
        JsonNode node = document.root().at(pointer);
        Set<Operation> covers = EnumSet.noneOf(Operation.class);
        node.path("covers").forEach(key -> covers.add(Operation.of(key.asText())));
        return optional(pointer, Dimension.ENERGY)
                .map(figure -> new EnergyFigure(
                        figure, Accounting.of(node.get("accounting").asText()), covers));
    }

    /** Energies by operation, where the object at a pointer has them. */
    Map<Operation, EnergyFigure> energies(String pointer) {
        Map<Operation, EnergyFigure> energies = new EnumMap<>(Operation.class);
        document.root()
                .at(pointer)
                .fieldNames()
                .forEachRemaining(key ->
                        energy(pointer + '/' + key).ifPresent(energy -> energies.put(Operation.of(key), energy)));
        return energies;
    }

    /** Times by operation, where the object at a pointer has them. */
    Map<Operation, Figure> times(String pointer) {
        Map<Operation, Figure> times = new EnumMap<>(Operation.class);
        document.root()
                .at(pointer)
                .fieldNames()
                .forEachRemaining(key -> optional(pointer + '/' + key, Dimension.TIME)
                        .ifPresent(time -> times.put(Operation.of(key), time)));
        return times;
    }

    /** A figure whose dimension follows from its unit. */
    Optional<Figure> measured(String pointer) {
        String value = document.root().at(pointer + "/value").asText();
        return MEASURED.stream()
                .filter(dimension -> isReadable(value, dimension))
                .findFirst()
                .flatMap(dimension -> optional(pointer, dimension));
    }

    /** The citation that the object at a pointer refers to, with the place in it. */
    Optional<String> source(String pointer) {
        JsonNode node = document.root().at(pointer);
        JsonNode sources = document.root().get("sources");
        String key = node.get("source").asText();
        if (!sources.has(key)) {
            List<String> known = new ArrayList<>();
            sources.fieldNames().forEachRemaining(known::add);
            problem(
                    pointer + "/source",
                    "found \"" + key + "\", expected a key of /sources: " + String.join(", ", known)
                            + Suggestions.hint(key, known));
            return Optional.empty();
        }
        String place = node.has("at") ? ", " + node.get("at").asText() : "";
        return Optional.of(sources.get(key).asText() + place);
    }

    private Optional<Interval> interval(String pointer, double value, Dimension dimension) {
        if (document.root().at(pointer + "/interval").isMissingNode()) {
            return Optional.empty();
        }
        Optional<Double> low = quantity(pointer + "/interval/0", dimension);
        Optional<Double> high = quantity(pointer + "/interval/1", dimension);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (!(low.get() <= value && value <= high.get())) {
            problem(
                    pointer + "/interval",
                    "found an interval that does not hold the value, expected lower end, upper end");
            return Optional.empty();
        }
        return Optional.of(new Interval(low.get(), high.get()));
    }

    private Optional<Double> quantity(String pointer, Dimension dimension) {
        try {
            return Optional.of(Quantity.parse(document.root().at(pointer).asText(), dimension)
                    .value());
        } catch (IllegalArgumentException e) {
            problem(pointer, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isReadable(String text, Dimension dimension) {
        try {
            Quantity.parse(text, dimension);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
