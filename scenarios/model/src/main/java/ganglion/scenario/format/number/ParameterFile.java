package ganglion.scenario.format.number;

import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.scenario.data.PartOfFile;

/** Reads a parameter of a population from a file with a value for each neuron. */
final class ParameterFile {

    private static final int MOST_VALUES = 100_000_000;

    /** In place of values that cannot be read; a problem has been noted. */
    private static final NeuronValues STAND_IN = NeuronValues.of(0);

    private ParameterFile() {}

    /** @param place a file, perhaps with {@code #} and the dataset in it */
    static NeuronValues read(Place place) {
        PartOfFile named = PartOfFile.of(place.text());
        DocumentPath file = place.findFile(named.file(), true).orElse(null);
        if (file == null) {
            return STAND_IN;
        }
        try {
            Matrix matrix = MatrixFiles.read(file.resolved(), named.part(), MOST_VALUES);
            if (matrix.rows() != 1 && matrix.columns() != 1) {
                place.problem(file + ": found " + matrix.rows() + " rows x " + matrix.columns()
                        + " columns, expected a single row or column");
                return STAND_IN;
            }
            return NeuronValues.each(matrix.values());
        } catch (TableException e) {
            place.problem(file + ": " + e.getMessage());
            return STAND_IN;
        }
    }
}
