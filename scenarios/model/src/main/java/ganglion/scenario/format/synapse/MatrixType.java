package ganglion.scenario.format.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.scenario.model.WeightSource;
import java.util.List;

/** A matrix as a list of rows, or as a list of numbers if it has one row. */
record MatrixType() implements Type<WeightSource.Inline> {

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
        boolean single = elements.stream().allMatch(element -> element.node().isNumber());
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

    @Override
    public JsonNode write(WeightSource.Inline matrix) {
        double[][] rows = matrix.rows();
        return new ObjectMapper().valueToTree(rows.length == 1 ? rows[0] : rows);
    }
}
