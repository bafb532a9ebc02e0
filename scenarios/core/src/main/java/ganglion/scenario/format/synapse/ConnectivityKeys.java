package ganglion.scenario.format.synapse;

import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.Type;
import ganglion.documents.key.WordType;
import ganglion.documents.place.Place;
import ganglion.scenario.data.EdgeLists;
import ganglion.scenario.data.PartOfFile;
import ganglion.scenario.model.Connectivity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which neurons a projection joins. A {@link Joining} must be set where it is read. */
public final class ConnectivityKeys {

    private static final WordType<Connectivity> WORDS = new WordType<>("the name of a rule", words());

    private static final Type<Connectivity> TYPE = oneOf(
                    "all-to-all, one-to-one, a rule, or the name of a file",
                    readAs(text("").length(1, 0), ConnectivityKeys::named),
                    RuleKeys.RULES)
            .writtenBy(ConnectivityKeys::written);

    /** Which neurons are joined. */
    public static final Key<Connectivity> CONNECTIVITY = Key.of("connectivity", TYPE)
            .says(
                    "Which neurons are joined: every source with every target (all-to-all), equal numbers (one-to-one), by a"
                            + " rule; or the synapses listed in a file: CSV with the header source,target,weight or"
                            + " source,target,weight,delay (delays in ticks, or quantities such as 2 ms), NPY with these columns, NPZ"
                            + " with arrays of these names, or .h5 with such data sets in the group after # (delays in ticks).")
            .byDefault(new Connectivity.AllToAll())
            .example("all-to-all")
            .example("edges.csv")
            .exampleText("{rule: fixed-in-degree, degree: 100}");

    private ConnectivityKeys() {}

    private static Map<String, Connectivity> words() {
        Map<String, Connectivity> words = new LinkedHashMap<>();
        words.put("all-to-all", new Connectivity.AllToAll());
        words.put("one-to-one", new Connectivity.OneToOne());
        return words;
    }

    private static Connectivity named(Place place) {
        return WORDS.words().containsKey(place.text()) ? WORDS.read(place) : edgeList(place);
    }

    private static Connectivity edgeList(Place place) {
        PartOfFile part = PartOfFile.of(place.text());
        if (!EdgeLists.canRead(part.file())) {
            place.problem("found \"" + place.text()
                    + "\", expected all-to-all, one-to-one, a rule, or the name of a .csv,"
                    + " .npy, .npz, .h5 or .hdf5 file"
                    + Suggestions.hint(place.text(), List.copyOf(WORDS.words().keySet())));
            return new Connectivity.EdgeList(Place.standIn(part.file()), "");
        }
        return new Connectivity.EdgeList(place.file(part.file()), part.part());
    }

    private static JsonNode written(Connectivity connectivity) {
        if (connectivity instanceof Connectivity.EdgeList list) {
            return TextNode.valueOf(new PartOfFile(list.file().written(), list.group()).written());
        }
        return connectivity instanceof Connectivity.Convolved convolved
                ? ConvolutionKeys.write(convolved)
                : WORDS.write(connectivity);
    }
}
