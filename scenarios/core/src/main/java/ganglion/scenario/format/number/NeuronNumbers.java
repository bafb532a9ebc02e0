package ganglion.scenario.format.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.NumberType;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.documents.table.TableException;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.scenario.data.PartOfFile;
import java.util.List;

/**
 * A number of each neuron: one for all, a list with one for each, the name of a file with such a list, or a distribution. A
 * {@link NeuronScope} must be set where it is read.
 *
 * @param number what the number of a neuron may be
 * @param noun the same as messages expect it: {@code a number from 0 to 1}
 * @param definition name of the definition that all uses refer to; empty if each use has its own
 */
public record NeuronNumbers(NumberType number, String noun, String definition) implements Type<NeuronValues> {

    private static final String FILE = "\\.([cC][sS][vV]|[nN][pP][yYzZ]|[hH]5|[hH][dD][fF]5)(#.*)?$";

    /** Any numbers. */
    public static NeuronNumbers numbers() {
        return new NeuronNumbers(Types.number(), "a number", "neuron-numbers");
    }

    /** Numbers within bounds. */
    public static NeuronNumbers within(NumberType bounds) {
        return named(bounds.title(MissingNode.getInstance()), bounds);
    }

    /** Numbers that messages call by a noun of their own. */
    public static NeuronNumbers named(String noun, NumberType bounds) {
        return new NeuronNumbers(bounds, noun, "");
    }

    @Override
    public String title(JsonNode example) {
        return noun + ", a list of one for each neuron, a distribution, or the name of a file with such a list";
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        if (definition.isEmpty()) {
            writeBody(into, definitions);
        } else {
            String title = title(MissingNode.getInstance());
            definitions.refer(definition, into, body -> writeBody(body.put("title", title), definitions));
        }
    }

    private void writeBody(ObjectNode into, Definitions definitions) {
        number.writeSchema(into, definitions);
        List.of("array", "string", "object").forEach(into.putArray("type").add("number")::add);
        into.put("pattern", FILE).put("minItems", 1);
        number.writeSchema(into.putObject("items").put("title", noun), definitions);
        into.putObject("if").putArray("type").add("object");
        DistributionKeys.NUMBERS.writeSchema(into.putObject("then"), definitions);
    }

    @Override
    public NeuronValues read(Place place) {
        return place.node().isTextual()
                ? ParameterFile.read(place)
                : EachNeuron.read(place, number, DistributionKeys.NUMBERS);
    }

    @Override
    public JsonNode write(NeuronValues values) {
        if (values.isCommon()) {
            return number.write(values.at(0));
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int neuron = 0; neuron < values.count(); neuron++) {
            list.add(number.write(values.at(neuron)));
        }
        return list;
    }

    /** Reads a parameter of a population from a file with a value for each neuron. */
    private static final class ParameterFile {

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
}
