package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A JSON Schema (draft 2020-12) that documents are checked against. Messages are made from the schema itself: where a
 * schema has a {@code title}, that is what the message expects, so a title reads like {@code an energy such as 23.6 pJ}.
 * Alternatives are written with {@code oneOf}; of these, only the one that the document comes nearest to is reported.
 * Safe to share between threads.
 */
public final class DocumentSchema {

    private final Supplier<String> text;
    private final JsonNode root;
    private final Schema schema;

    private DocumentSchema(Supplier<String> text, JsonNode root, Schema schema) {
        this.text = text;
        this.root = root;
        this.schema = schema;
    }

    /**
     * A schema given as JSON text.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static DocumentSchema of(String text) {
        try {
            return of(new ObjectMapper().readTree(text), () -> text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * A schema given as a tree.
     *
     * @param root that documents are checked against
     * @param text the schema as published, which may say more about what a key means
     */
    public static DocumentSchema of(JsonNode root, Supplier<String> text) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        schema.initializeValidators();
        return new DocumentSchema(text, root, schema);
    }

    /** The schema as published. */
    public String text() {
        return text.get();
    }

    /** Everything that is wrong with a document, in the order of its lines; empty if it follows the schema. */
    public List<Problem> problems(Document document) {
        List<Error> errors = KeyRules.withoutMistyped(Alternatives.nearest(schema.validate(document.root())));
        SchemaMessages messages = new SchemaMessages(root, document);
        return messages.problems(errors).stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .toList();
    }

    /** @throws InputException if the document does not follow the schema */
    public void check(Document document) throws InputException {
        List<Problem> problems = problems(document);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /** Of the alternatives of a {@code oneOf} that all failed, keeps the errors of the one that was most likely meant. */
    private static final class Alternatives {

        private static final String KEYWORD = "oneOf";

        /** Errors that say a value is of another sort altogether, when they concern the value itself. */
        private static final Set<String> OTHER_SORT = Set.of("type", "const", "enum");

        /** The errors that are kept, with the numbers of their order. */
        private final Map<Error, Integer> kept = new IdentityHashMap<>();

        private int keptSoFar;

        private Alternatives() {}

        static List<Error> nearest(List<Error> errors) {
            Alternatives alternatives = new Alternatives();
            alternatives.keep(errors);
            Map<Error, List<Error>> within = within(errors);
            choices(errors)
                    .sorted(Comparator.comparingInt(
                            error -> -error.getEvaluationPath().getNameCount()))
                    .forEach(choice -> alternatives.reduce(choice, within.getOrDefault(choice, List.of())));
            return alternatives.ordered(alternatives.kept.keySet());
        }

        private void keep(List<Error> errors) {
            errors.forEach(error -> kept.put(error, keptSoFar++));
        }

        private List<Error> ordered(Collection<Error> errors) {
            return errors.stream()
                    .filter(kept::containsKey)
                    .sorted(Comparator.comparingInt(kept::get))
                    .toList();
        }

        private static Stream<Error> choices(List<Error> errors) {
            return errors.stream().filter(Alternatives::isChoice);
        }

        private static boolean isChoice(Error error) {
            return error.getKeyword().equals(KEYWORD);
        }

        /** The errors within each choice. Each error looks for the choices around it, of which there are few. */
        private static Map<Error, List<Error>> within(List<Error> errors) {
            Map<NodePath, Map<NodePath, Error>> choices = new HashMap<>();
            choices(errors)
                    .forEach(choice -> choices.computeIfAbsent(choice.getEvaluationPath(), path -> new HashMap<>())
                            .put(choice.getInstanceLocation(), choice));
            Map<Error, List<Error>> within = new IdentityHashMap<>();
            for (Error error : errors) {
                for (NodePath path = error.getEvaluationPath(); path != null; path = path.getParent()) {
                    Map<NodePath, Error> there = choices.getOrDefault(path, Map.of());
                    NodePath instance = there.isEmpty() ? null : error.getInstanceLocation();
                    for (; instance != null; instance = instance.getParent()) {
                        Error choice = there.get(instance);
                        if (choice != null && choice != error) {
                            within.computeIfAbsent(choice, of -> new ArrayList<>())
                                    .add(error);
                        }
                    }
                }
            }
            return within;
        }

        /** Replaces the errors of all branches, and of the choice itself, by those of one branch if one stands out. */
        private void reduce(Error choice, List<Error> within) {
            TreeMap<String, List<Error>> branches = new TreeMap<>();
            for (Error error : ordered(within)) {
                String branch = error.getEvaluationPath()
                        .getName(choice.getEvaluationPath().getNameCount());
                branches.computeIfAbsent(branch, b -> new ArrayList<>()).add(error);
            }
            if (branches.isEmpty()) {
                return; // several alternatives fit: the choice itself is the problem
            }
            List<Error> meant = KeyRules.isChoice(choice) ? List.of(choice) : likeliest(branches, choice);
            within.forEach(kept::remove);
            kept.remove(choice);
            keep(meant);
        }

        private static List<Error> likeliest(TreeMap<String, List<Error>> branches, Error choice) {
            return branches.values().stream()
                    .filter(branch -> branch.stream().noneMatch(error -> isOtherSort(error, choice)))
                    .min(Comparator.comparingInt(List::size))
                    .orElse(List.of(choice));
        }

        private static boolean isOtherSort(Error error, Error choice) {
            int depth = error.getInstanceLocation().getNameCount()
                    - choice.getInstanceLocation().getNameCount();
            return OTHER_SORT.contains(error.getKeyword()) && (depth == 0 || depth == 1 && isDiscriminator(error));
        }

        private static boolean isDiscriminator(Error error) {
            return error.getKeyword().equals("const");
        }
    }
}
