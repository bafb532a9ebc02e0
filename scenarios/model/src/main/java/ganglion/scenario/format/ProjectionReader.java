package ganglion.scenario.format;

import ganglion.documents.Suggestions;
import ganglion.documents.place.Place;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.DistanceDependent;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.data.EdgeLists;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.DelaySource;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.WeightSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads projections. */
final class ProjectionReader {

    private final Place place;
    private final int number;
    private final int sourceSize;
    private final int targetSize;

    private ProjectionReader(Place place, int number) {
        this.place = place;
        this.number = number;
        this.sourceSize = place.reading().context(DeclaredNames.class).sizeOfAny(place.at("from"));
        this.targetSize = place.reading().context(DeclaredNames.class).sizeOfPopulation(place.at("to"));
    }

    static List<ProjectionSpec> readAll(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(number -> new ProjectionReader(places.get(number), number).read())
                .toList();
    }

    private ProjectionSpec read() {
        Connectivity connectivity = connectivity();
        return new ProjectionSpec(
                place.pointer(),
                place.at("from").text(),
                place.at("to").text(),
                connectivity,
                weights(connectivity),
                delays(connectivity),
                place.find("plasticity").flatMap(PlasticityReader::read));
    }

    private DelaySource delays(Connectivity connectivity) {
        Optional<Place> delay = place.find("delay");
        if (delay.isEmpty() || delay.get().node().isTextual()) {
            return new DelaySource.Constant(delay.map(Place::delayTicks).orElse(1));
        }
        Place drawn = delay.get();
        if (connectivity instanceof Connectivity.EdgeList) {
            drawn.problem("found a distribution beside a list of synapses, expected one delay, or delays in the list");
        }
        return drawn.has("distribution")
                ? new DelaySource.Drawn(DistributionReader.ofDelayTicks(drawn))
                : byDistance(drawn, connectivity);
    }

    private static DelaySource byDistance(Place delay, Connectivity connectivity) {
        boolean knowsDistances =
                connectivity instanceof Connectivity.Rule rule && rule.connector() instanceof DistanceDependent;
        if (!knowsDistances) {
            delay.problem("found a delay by distance, which needs connectivity by the rule distance");
        }
        return new DelaySource.ByDistance(delay.fractionalTicks("at-zero", 1), delay.fractionalTicks("per-length", 0));
    }

    private Connectivity connectivity() {
        if (place.node().path("connectivity").isObject()) {
            boolean recurrent = place.at("from").text().equals(place.at("to").text());
            Ends ends = new Ends(sourceSize, recurrent ? sourceSize : targetSize, recurrent);
            CounterRandom random = place.reading().context(RandomStreams.class).connections(number);
            return new ConnectionRuleReader(place.at("connectivity"), ends, random).read();
        }
        String word = place.text("connectivity", "all-to-all");
        return switch (word) {
            case "all-to-all" -> new Connectivity.AllToAll();
            case "one-to-one" -> oneToOne();
            default -> edgeList(place.at("connectivity"));
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

    private static Connectivity edgeList(Place place) {
        int hash = place.text().lastIndexOf('#');
        String file = hash < 0 ? place.text() : place.text().substring(0, hash);
        String group = hash < 0 ? "" : place.text().substring(hash + 1);
        if (!EdgeLists.canRead(file)) {
            List<String> words = List.of("all-to-all", "one-to-one");
            place.problem(
                    "found \"" + place.text() + "\", expected all-to-all, one-to-one, a rule, or the name of a .csv,"
                            + " .npy, .npz, .h5 or .hdf5 file" + Suggestions.hint(place.text(), words));
            return new Connectivity.EdgeList(Place.standIn(file), "");
        }
        return new Connectivity.EdgeList(place.file(file), group);
    }

    private WeightSource weights(Connectivity connectivity) {
        boolean listed = connectivity instanceof Connectivity.EdgeList;
        if (listed == place.has("weights")) {
            place.problem(
                    listed
                            ? "found \"weights\" beside a list of synapses, which has its own"
                            : "found no \"weights\", which is required unless connectivity is a list of synapses");
        }
        WeightSource weights = place.find("weights").map(this::weightSource).orElse(new WeightSource.Constant(0));
        boolean single = weights instanceof WeightSource.Constant || weights instanceof WeightSource.Drawn;
        boolean drawn = connectivity instanceof Connectivity.Rule rule
                && !(rule.connector() instanceof AllToAll || rule.connector() instanceof OneToOne);
        if (drawn && !single) {
            place.at("weights")
                    .problem(
                            "found weights for pairs of neurons beside a rule that draws which are joined, expected one"
                                    + " number or a distribution");
        }
        return weights;
    }

    private WeightSource weightSource(Place weights) {
        if (weights.node().isNumber()) {
            return new WeightSource.Constant(weights.node().doubleValue());
        }
        if (weights.node().isObject()) {
            return new WeightSource.Drawn(DistributionReader.ofNumbers(weights));
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
