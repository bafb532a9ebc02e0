package ganglion.learning.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.file.ModelFiles.ModelFileException;
import ganglion.learning.rule.RuleClassifier;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * How model files hold the classifiers of one kind that learned by a rule. A module adds a kind by a class with a public constructor without
 * parameters, which it names in {@code META-INF/services/ganglion.learning.file.RuleFormat}. Without state.
 *
 * @param <C> the classifiers
 */
public abstract class RuleFormat<C extends RuleClassifier> {

    private static final List<RuleFormat<?>> ALL =
            ServiceLoader.load(RuleFormat.class, RuleFormat.class.getClassLoader()).stream()
                    .<RuleFormat<?>>map(ServiceLoader.Provider::get)
                    .toList();

    private final String kind;
    private final Class<C> type;

    /**
     * @param kind what files call such a classifier, which is the word of the task that makes it
     * @param type the class of the classifiers
     */
    protected RuleFormat(String kind, Class<C> type) {
        this.kind = kind;
        this.type = type;
    }

    /** What files call such a classifier. */
    public final String kind() {
        return kind;
    }

    /** Puts a classifier into the document of a model and its archive. */
    protected abstract void put(C classifier, ObjectNode document, Archive archive);

    /**
     * Reads a classifier.
     *
     * @throws IllegalArgumentException if numbers do not fit together
     * @throws ModelFileException if an entry is missing or damaged
     */
    protected abstract C take(ModelDocument document, List<String> classes, Archive archive) throws ModelFileException;

    final void write(RuleClassifier classifier, ObjectNode document, Archive archive) {
        put(type.cast(classifier), document, archive);
    }

    /** @throws IllegalArgumentException if files have no words for such a classifier */
    static RuleFormat<?> of(RuleClassifier classifier) {
        return ALL.stream()
                .filter(format -> format.type.isInstance(classifier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model file holds a " + classifier.getClass()));
    }

    static Optional<RuleFormat<?>> find(String kind) {
        return ALL.stream().filter(format -> format.kind.equals(kind)).findFirst();
    }

    static List<String> kinds() {
        return ALL.stream().map(RuleFormat::kind).toList();
    }
}
