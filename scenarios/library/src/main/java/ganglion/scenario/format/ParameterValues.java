package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.scenario.ScenarioPath;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.Matrix;
import ganglion.scenario.data.MatrixFiles;
import java.util.Arrays;

/** Reads a parameter of a population: one number for all neurons, a list of one for each, or a file with such a list. */
final class ParameterValues {

    private static final int MOST_VALUES = 100_000_000;

    private ParameterValues() {}

    static NeuronValues read(Place parameters, String key, NeuronValues otherwise) {
        JsonNode node = parameters.node().path(key);
        if (node.isArray()) {
            double[] each = new double[node.size()];
            Arrays.setAll(each, i -> node.get(i).doubleValue());
            return NeuronValues.each(each);
        }
        if (node.isTextual()) {
            return fromFile(parameters.at(key), otherwise);
        }
        return node.isNumber() ? NeuronValues.of(node.doubleValue()) : otherwise;
    }

    private static NeuronValues fromFile(Place place, NeuronValues otherwise) {
        int hash = place.text().lastIndexOf('#');
        String name = hash < 0 ? place.text() : place.text().substring(0, hash);
        ScenarioPath file = place.findFile(name, true).orElse(null);
        if (file == null) {
            return otherwise;
        }
        try {
            String dataset = hash < 0 ? "" : place.text().substring(hash + 1);
            Matrix matrix = MatrixFiles.read(file.resolved(), dataset, MOST_VALUES);
            if (matrix.rows() != 1 && matrix.columns() != 1) {
                place.problem(file + ": found " + matrix.rows() + " rows x " + matrix.columns()
                        + " columns, expected a single row or column");
                return otherwise;
            }
            return NeuronValues.each(matrix.values());
        } catch (DataFileException e) {
            place.problem(file + ": " + e.getMessage());
            return otherwise;
        }
    }
}
