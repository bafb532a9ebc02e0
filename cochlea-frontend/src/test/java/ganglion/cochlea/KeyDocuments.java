package ganglion.cochlea;

import ganglion.cochlea.encode.EncoderSeed;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.key.Key;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;

/** Documents with some keys at their root, ticks of 2 ms and the seed 7. */
public final class KeyDocuments {

    /** The seed of encoders. */
    public static final EncoderSeed SEED = new EncoderSeed(7);

    private KeyDocuments() {}

    /** The root of a document that follows the schema of the keys. */
    public static Place root(String json, Key<?>... keys) throws InputException {
        Shape<Place> shape = Shape.of("a test", place -> place, keys);
        DocumentSchema schema = SchemaWriter.schema("urn:test:keys", "A test.", shape);
        Place root = Documents.root(Path.of("test.yaml"), json, node -> schema);
        root.reading().setClock(new TickTimes(new Clock(CochleaParameters.DEFAULT.hopSeconds())));
        root.reading().setContext(EncoderSeed.class, SEED);
        return root;
    }

    /** A value that is written and read again. */
    public static <T> T throughText(Key<T> key, T value) throws InputException {
        return key.in(root("{\"" + key + "\": " + key.type().write(value) + "}", key));
    }
}
