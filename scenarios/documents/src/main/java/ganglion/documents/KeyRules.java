package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what is wrong with the keys that an object has together. A schema states such rules as {@code oneOf} over
 * nothing but {@code required} (exactly one of these keys), as {@code dependentRequired} (this key needs
 * that one), and as a {@code false} property under {@code dependentSchemas} (this key does not go with that one).
 */
final class KeyRules {

    private static final String DEPENDENT = "dependentSchemas";

    private KeyRules() {}

    /** Whether an error says that none or too many of some keys are there. */
    static boolean isChoice(Error error) {
        return error.getKeyword().equals("oneOf")
                && !choices(error.getSchemaNode()).isEmpty();
    }

    /** Some errors without the missing keys that a mistyped key explains: its own message already suggests the right key. */
    static List<Error> withoutMistyped(List<Error> errors) {
        Map<NodePath, List<String>> unknown = errors.stream()
                .filter(KeyRules::isUnknownKey)
                .collect(Collectors.groupingBy(
                        Error::getInstanceLocation, Collectors.mapping(Error::getProperty, Collectors.toList())));
        return errors.stream()
                .filter(error -> !isMistyped(error, unknown.getOrDefault(error.getInstanceLocation(), List.of())))
                .toList();
    }

    /** Whether an error says that an object has a key that the schema does not know. */
    static boolean isUnknownKey(Error error) {
        String keyword = error.getKeyword();
        return error.getProperty() != null
                && (keyword.equals("additionalProperties") || keyword.equals("unevaluatedProperties"));
    }

    /**
     * Whether an error says that keys are missing one of which stands there with a slip.
     *
     * @param unknown the unknown keys of the object that lacks them
     */
    private static boolean isMistyped(Error error, List<String> unknown) {
        List<String> missing = missing(error);
        return !missing.isEmpty()
                && unknown.stream()
                        .anyMatch(key -> Suggestions.nearest(key, missing).isPresent());
    }

    /** The key that an object lacks, or those of which it lacks one; none if the error is about something else. */
    private static List<String> missing(Error error) {
        if (error.getKeyword().equals("required") && error.getProperty() != null) {
            return List.of(error.getProperty());
        }
        if (!isChoice(error)) {
            return List.of();
        }
        List<String> keys = choices(error.getSchemaNode());
        return keys.stream().noneMatch(error.getInstanceNode()::has) ? keys : List.of();
    }

    /** The message for an error of such a rule; absent for all others. */
    static Optional<String> message(Error error) {
        return switch (error.getKeyword()) {
            case "oneOf" -> isChoice(error) ? Optional.of(choiceMessage(error)) : Optional.empty();
            case "dependentRequired" -> Optional.of(dependentMessage(error));
            case "false" ->
                forbiddenBy(error)
                        .map(key -> "found a key that does not go with \"" + key + "\", expected one or the other");
            default -> Optional.empty();
        };
    }

    /** The key that forbids a key of the same object; absent for an error about something else. */
    static Optional<String> forbiddenBy(Error error) {
        return error.getKeyword().equals("false") ? dependency(error) : Optional.empty();
    }

    /** The message for several keys of an object that one other key forbids. */
    static String forbiddenMessage(List<String> keys) {
        return "found it together with " + list(keys) + ", expected one or the other";
    }

    private static String choiceMessage(Error error) {
        List<String> keys = choices(error.getSchemaNode());
        List<String> present =
                keys.stream().filter(error.getInstanceNode()::has).toList();
        if (present.isEmpty()) {
            return "found none of " + list(keys) + ", expected one of them";
        }
        return "found " + list(present) + " together, expected only one of " + list(keys);
    }

    /** The keys of a choice that is all about single required keys; none if it is about more. */
    private static List<String> choices(JsonNode branches) {
        List<String> keys = new ArrayList<>();
        for (JsonNode branch : branches) {
            JsonNode required = branch.path("required");
            if (branch.size() != 1 || required.size() != 1) {
                return List.of();
            }
            keys.add(required.get(0).asText());
        }
        return keys;
    }

    private static String dependentMessage(Error error) {
        String present = error.getProperty();
        List<String> missing = new ArrayList<>();
        for (JsonNode needed : error.getSchemaNode().path(present)) {
            if (!error.getInstanceNode().has(needed.asText())) {
                missing.add(needed.asText());
            }
        }
        return "found \"" + present + "\" without " + list(missing) + ", expected both";
    }

    /** The key whose presence forbids another. */
    private static Optional<String> dependency(Error error) {
        NodePath path = error.getEvaluationPath();
        for (int i = path.getNameCount() - 2; i >= 0; i--) {
            if (DEPENDENT.equals(path.getName(i))) {
                return Optional.of(path.getName(i + 1));
            }
        }
        return Optional.empty();
    }

    private static String list(List<String> keys) {
        return String.join(", ", keys);
    }
}
