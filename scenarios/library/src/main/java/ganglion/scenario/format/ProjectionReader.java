package ganglion.scenario.format;

import ganglion.hardware.document.Suggestions;
import ganglion.scenario.Connectivity;
import ganglion.scenario.ProjectionSpec;
import ganglion.scenario.ScenarioPath;
import ganglion.scenario.WeightSource;
import java.util.List;
import java.util.Locale;

/** Reads projections. */
final class ProjectionReader {

    private final Place place;
    private final int sourceSize;
    private final int targetSize;

    private ProjectionReader(Place place) {
        this.place = place;
        this.sourceSize = place.reading().names().sizeOfAny(place.at("from"));
        this.targetSize = place.reading().names().sizeOfPopulation(place.at("to"));
    }

    static ProjectionSpec read(Place place) {
        return new ProjectionReader(place).read();
    }

    private ProjectionSpec read() {
        Connectivity connectivity = connectivity();
        return new ProjectionSpec(
                place.pointer(),
                place.at("from").text(),
                place.at("to").text(),
                connectivity,
                weights(connectivity),
                place.find("delay").map(Place::delayTicks).orElse(1));
    }

    private Connectivity connectivity() {
        String word = place.text("connectivity", "all-to-all");
        return switch (word) {
            case "all-to-all" -> new Connectivity.AllToAll();
            case "one-to-one" -> oneToOne();
            default -> new Connectivity.EdgeList(edgeList(place.at("connectivity")));
        };
    }

    private Connectivity oneToOne() {
        if (sourceSize != targetSize && sourceSize > 0 && targetSize > 0) {
            place.at("connectivity")
                    .problem("found " + sourceSize + " source and " + targetSize
                            + " target neurons, expected equal numbers to join one to one");
        }
        return new Connectivity.OneToOne();
    }

    private static ScenarioPath edgeList(Place place) {
        if (!place.text().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            List<String> words = List.of("all-to-all", "one-to-one");
            place.problem("found \"" + place.text() + "\", expected all-to-all, one-to-one, or the name of a .csv file"
                    + Suggestions.hint(place.text(), words));
            return Place.standIn(place.text());
        }
        return place.file();
    }

    private WeightSource weights(Connectivity connectivity) {
        boolean listed = connectivity instanceof Connectivity.EdgeList;
        if (listed == place.has("weights")) {
            place.problem(
                    listed
                            ? "found \"weights\" beside a list of synapses, which has its own"
                            : "found no \"weights\", which is required unless connectivity is a list of synapses");
        }
        return place.find("weights").map(this::weightSource).orElse(new WeightSource.Constant(0));
    }

    private WeightSource weightSource(Place weights) {
        if (weights.node().isNumber()) {
            return new WeightSource.Constant(weights.node().doubleValue());
        }
        if (weights.node().isArray()) {
            return new WeightSource.Inline(rows(weights));
        }
        String written = weights.text();
        int hash = written.lastIndexOf('#');
        String file = hash < 0 ? written : written.substring(0, hash);
        String dataset = hash < 0 ? "" : written.substring(hash + 1);
        return new WeightSource.MatrixFile(weights.file(file), dataset);
    }

    /** A list of rows, or a list of numbers as the only row. */
    private static double[][] rows(Place weights) {
        if (weights.elements().stream().allMatch(element -> element.node().isNumber())) {
            return new double[][] {row(weights)};
        }
        return weights.elements().stream().map(ProjectionReader::row).toArray(double[][]::new);
    }

    private static double[] row(Place row) {
        if (row.node().isNumber()) {
            row.problem("found a number beside lists, expected a row of the matrix");
            return new double[0];
        }
        return row.elements().stream()
                .mapToDouble(element -> element.node().doubleValue())
                .toArray();
    }
}
