package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.data.PartOfFile;
import ganglion.scenario.format.number.DistributionKeys;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import java.util.List;

/** The weights of a projection. */
public final class WeightKeys {

    private static final Type<WeightSource> TYPE = oneOf(
                    "a number, a matrix, a distribution, or the name of a file",
                    readAs(
                            number(),
                            place -> new WeightSource.Constant(place.node().doubleValue())),
                    readAs(text("").length(1, 0), WeightKeys::file),
                    new MatrixType(),
                    readAs(
                            DistributionKeys.NUMBERS,
                            place -> new WeightSource.Drawn(DistributionKeys.NUMBERS.read(place))))
            .writtenBy(WeightKeys::written);

    /** How strongly neurons are joined; left out where a list of synapses has weights. */
    public static final Key<WeightSource> WEIGHTS = Key.of("weights", TYPE)
            .says("One number for all synapses; a matrix with a row for each source neuron and a column for each target"
                    + " neuron; a distribution that each synapse draws from; or a file with such a matrix: .csv, .npy, or .npz"
                    + " and .h5 with the array after #. With connectivity one-to-one, a list of one weight for each neuron;"
                    + " with a convolution, the weights of its kernel. In units of the target's threshold variable.")
            .example(0.5)
            .example("flute.weights.h5#/hidden")
            .exampleText("[[0.5, -0.1], [0.0, 1.0]]")
            .exampleText("{distribution: uniform, low: 0, high: 1}");

    private WeightKeys() {}

    private static WeightSource file(Place place) {
        PartOfFile part = PartOfFile.of(place.text());
        return new WeightSource.MatrixFile(place.file(part.file()), part.part());
    }

    /** Networks that are written have their weights in a file beside them. */
    private static JsonNode written(WeightSource weights) {
        if (weights instanceof WeightSource.Constant constant) {
            return number().write(constant.weight());
        }
        WeightSource.MatrixFile file = (WeightSource.MatrixFile) weights;
        return TextNode.valueOf(new PartOfFile(file.file().written(), file.dataset()).written());
    }

    /** A matrix as a list of rows, or as a list of numbers if it has one row. */
    private record MatrixType() implements Type<WeightSource.Inline> {

        @Override
        public String title(JsonNode example) {
            return "a matrix";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            into.put("type", "array").put("minItems", 1);
            ObjectNode row = into.putObject("items");
            row.putArray("type").add("number").add("array");
            row.put("minItems", 1).putObject("items").put("type", "number");
        }

        @Override
        public WeightSource.Inline read(Place place) {
            List<Place> elements = place.elements();
            boolean single =
                    elements.stream().allMatch(element -> element.node().isNumber());
            return new WeightSource.Inline(
                    single
                            ? new double[][] {row(place)}
                            : elements.stream().map(MatrixType::row).toArray(double[][]::new));
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
}
