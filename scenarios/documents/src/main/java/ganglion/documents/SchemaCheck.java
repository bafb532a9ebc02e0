package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds one document to a JSON Schema and says in our words what is wrong: what was found, and what was expected. Knows the keywords that
 * declarations of keys write. Of these, {@code oneOf} over nothing but {@code required} is a choice of keys, a {@code false} property under
 * {@code dependentSchemas} a key that does not go with another, and {@code if} a key is a {@code const} the rule of a kind. Of other
 * alternatives, only the one that the document comes nearest to is told.
 */
final class SchemaCheck {

    private static final int LONGEST_EXCERPT = 60;

    /** Misspelt words of a document that are compared with those that may have been meant; far more than anybody reads. */
    private static final int MOST_HINTS = 1000;

    private static final String TYPE = "type";

    /** What says that a value is of another sort altogether, when it concerns the value itself. */
    private static final Set<String> OTHER_SORT = Set.of(TYPE, "const", "enum");

    private static final String UNKNOWN_KEY = "additionalProperties";
    private static final String FORBIDDEN = "forbidden";
    private static final String PROPERTIES = "properties";
    private static final String ONE_OR_OTHER = ", expected one or the other";
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final JsonNode root;
    private final Document document;
    private int hints;

    SchemaCheck(JsonNode root, Document document) {
        this.root = root;
        this.document = document;
    }

    /**
     * What is wrong, in the order of the schema. A missing key that an unknown one misspells is not told beside that; several keys that do
     * not go with one other key are one problem, at that key.
     */
    List<Problem> problems() {
        List<Fault> faults = check(new Spot(root, document.root(), "", null, ""));
        Map<String, List<Fault>> unknown = grouped(faults, UNKNOWN_KEY, fault -> fault.of.pointer);
        Map<String, List<Fault>> forbidden = grouped(faults, FORBIDDEN, fault -> fault.of.forbidding());
        return faults.stream()
                .filter(fault -> unknown.getOrDefault(fault.of.pointer, List.of()).stream()
                        .noneMatch(fault::isMisspeltAs))
                .map(fault -> {
                    List<Fault> together =
                            fault.keyword.equals(FORBIDDEN) ? forbidden.get(fault.of.forbidding()) : List.of(fault);
                    return together.size() == 1
                            ? document.problem(fault.pointer, fault.message.get())
                            : document.problem(
                                    fault.of.forbidding(),
                                    "found it together with "
                                            + together.stream()
                                                    .map(each -> each.keys.get(0))
                                                    .collect(Collectors.joining(", "))
                                            + ONE_OR_OTHER);
                })
                .distinct()
                .toList();
    }

    private static Map<String, List<Fault>> grouped(List<Fault> faults, String keyword, Function<Fault, String> by) {
        return faults.stream().filter(fault -> fault.keyword.equals(keyword)).collect(Collectors.groupingBy(by));
    }

    /**
     * Something that is wrong.
     *
     * @param of where the schema says so
     * @param pointer of the message
     * @param keys that are missing, unknown (or meant by an unknown one that is a word of theirs) or forbidden
     */
    private record Fault(Spot of, String keyword, String pointer, List<String> keys, Supplier<String> message) {

        /** Whether keys are missing one of which stands there with a slip. */
        boolean isMisspeltAs(Fault unknown) {
            return (keyword.equals("required") || keyword.equals("oneOf"))
                    && Suggestions.nearest(unknown.keys.get(0), keys).isPresent();
        }

        boolean isOfAnotherSort(Spot choice) {
            int deeper = of.depth() - choice.depth();
            return OTHER_SORT.contains(keyword) && (deeper == 0 || deeper == 1 && keyword.equals("const"));
        }
    }

    /**
     * The rule of a kind: {@code if} a key is a word, {@code then} other keys are required, forbidden, or have schemas of that kind.
     *
     * @param object the schema of the object with the key
     * @param key that names the kind
     * @param word of the kind
     * @param depth of the object in the document
     */
    private record KindRule(JsonNode object, String key, String word, int depth) {

        /** {@code model lif}. */
        String kind() {
            return key + " " + word;
        }
    }

    /**
     * A value and a schema that it is held to.
     *
     * @param rule the innermost rule of a kind that the schema is part of; null if there is none
     * @param dependency the key whose presence makes the schema hold; empty if it always holds
     */
    private record Spot(JsonNode schema, JsonNode value, String pointer, KindRule rule, String dependency) {

        /** The same value and a part of the schema. */
        Spot part(JsonNode part) {
            return new Spot(part, value, pointer, rule, dependency);
        }

        Spot at(JsonNode other, String place, JsonNode part) {
            return new Spot(part, other, place, rule, dependency);
        }

        Spot member(String key, JsonNode part) {
            return at(value.get(key), JsonPointers.member(pointer, key), part);
        }

        int depth() {
            return (int) pointer.chars().filter(c -> c == '/').count();
        }

        /** Pointer of the key that forbids this one of the same object. */
        String forbidding() {
            return JsonPointers.member(pointer.substring(0, pointer.lastIndexOf('/')), dependency);
        }

        Fault fault(String keyword, Supplier<String> message) {
            return new Fault(this, keyword, pointer, List.of(), message);
        }

        List<String> absent(List<String> keys) {
            return keys.stream().filter(key -> !value.has(key)).toList();
        }

        String title(String fallback) {
            return schema.path("title").asText(fallback);
        }

        boolean fits(String keyword, JsonNode limit) {
            return switch (keyword) {
                case TYPE -> words(limit).stream().anyMatch(this::isOfType);
                case "enum" -> elements(limit).stream().anyMatch(this::isSame);
                case "const" -> isSame(limit);
                case "minimum" -> !value.isNumber() || compare(limit) >= 0;
                case "maximum" -> !value.isNumber() || compare(limit) <= 0;
                case "exclusiveMinimum" -> !value.isNumber() || compare(limit) > 0;
                case "exclusiveMaximum" -> !value.isNumber() || compare(limit) < 0;
                case "multipleOf" -> !value.isNumber() || value.doubleValue() % limit.doubleValue() == 0;
                case "minItems" -> !value.isArray() || value.size() >= limit.intValue();
                case "maxItems" -> !value.isArray() || value.size() <= limit.intValue();
                case "uniqueItems" ->
                    !value.isArray() || Set.copyOf(elements(value)).size() == value.size();
                case "minLength" -> !value.isTextual() || length() >= limit.intValue();
                case "maxLength" -> !value.isTextual() || length() <= limit.intValue();
                case "minProperties" -> !value.isObject() || value.size() >= limit.intValue();
                case "maxProperties" -> !value.isObject() || value.size() <= limit.intValue();
                case "pattern" -> !value.isTextual() || matches(value.textValue(), limit);
                default -> true;
            };
        }

        private boolean isOfType(String type) {
            return type.equals("integer")
                    ? value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue())
                    : type.equalsIgnoreCase(value.getNodeType().name());
        }

        private boolean isSame(JsonNode other) {
            return value.isNumber() && other.isNumber() ? compare(other) == 0 : value.equals(other);
        }

        private int compare(JsonNode limit) {
            return value.decimalValue().compareTo(limit.decimalValue());
        }

        private int length() {
            return value.textValue().codePointCount(0, value.textValue().length());
        }

        /** A text that would fit without its minus, such as {@code -1 ms}, looks right until one is told. */
        String nonNegative(JsonNode pattern) {
            String text = value.textValue();
            boolean fits =
                    text.length() <= LONGEST_EXCERPT && text.startsWith("-") && matches(text.substring(1), pattern);
            return fits ? ", not below 0" : "";
        }

        private static boolean matches(String text, JsonNode pattern) {
            return PATTERNS.computeIfAbsent(pattern.textValue(), Pattern::compile)
                    .matcher(text)
                    .find();
        }

        /** Whether this is the object with the word of a kind, or a value of it. */
        boolean isOfKind() {
            return rule != null && depth() - rule.depth <= 1;
        }

        String foreign(List<String> expected) {
            return "found a key that does not go with " + rule.kind() + ", expected "
                    + (expected.isEmpty() ? "no other key" : "one of " + joined(expected));
        }

        String missing(String key) {
            if (isOfKind()) {
                return "found no \"" + key + "\", which " + rule.kind() + " requires";
            }
            List<String> words = words(schema.path(PROPERTIES).path(key).path("enum"));
            return "found no \"" + key + "\", which is required" + (words.isEmpty() ? "" : ": one of " + joined(words));
        }
    }

    private List<Fault> check(Spot spot) {
        List<Fault> faults = new ArrayList<>();
        if (spot.schema.has(TYPE) && !spot.fits(TYPE, spot.schema.path(TYPE))) {
            check(spot, TYPE, spot.schema.path(TYPE), faults);
            return faults;
        }
        spot.schema.properties().forEach(keyword -> check(spot, keyword.getKey(), keyword.getValue(), faults));
        return faults;
    }

    private void check(Spot spot, String keyword, JsonNode limit, List<Fault> faults) {
        JsonNode value = spot.value;
        switch (keyword) {
            case "$ref" ->
                faults.addAll(check(spot.part(root.at(limit.textValue().substring(1)))));
            case "allOf" -> limit.forEach(part -> faults.addAll(checkPart(spot, part)));
            case "if" -> {
                String branch = check(spot.part(limit)).isEmpty() ? "then" : "else";
                faults.addAll(check(spot.part(spot.schema.path(branch))));
            }
            case "oneOf" -> faults.addAll(checkChoice(spot, limit));
            case "anyOf" -> {
                List<Fault> first = check(spot.part(limit.get(0)));
                boolean any = elements(limit).stream()
                        .anyMatch(part -> check(spot.part(part)).isEmpty());
                faults.addAll(any ? List.of() : first);
            }
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    faults.addAll(check(spot.at(value.get(i), JsonPointers.element(spot.pointer, i), limit)));
                }
            }
            default -> {
                if (value.isObject()) {
                    checkKeys(spot, keyword, limit, faults);
                }
                if (!spot.fits(keyword, limit)) {
                    faults.add(spot.fault(keyword, () -> message(spot, keyword, limit)));
                }
            }
        }
    }

    private List<Fault> checkPart(Spot spot, JsonNode part) {
        JsonNode words = part.path("if").path(PROPERTIES);
        String key = words.size() == 1 ? words.fieldNames().next() : "";
        JsonNode word = words.path(key).path("const");
        if (!word.isTextual()) {
            return check(spot.part(part));
        }
        KindRule rule = new KindRule(spot.schema, key, word.textValue(), spot.depth());
        return check(spot.part(part.path("if"))).isEmpty()
                ? check(new Spot(part.path("then"), spot.value, spot.pointer, rule, spot.dependency))
                : List.of();
    }

    private void checkKeys(Spot spot, String keyword, JsonNode limit, List<Fault> faults) {
        JsonNode object = spot.value;
        switch (keyword) {
            case PROPERTIES ->
                limit.properties().stream()
                        .filter(property -> object.has(property.getKey()))
                        .forEach(property -> {
                            Spot member = spot.member(property.getKey(), property.getValue());
                            faults.addAll(
                                    property.getValue().equals(BooleanNode.FALSE)
                                            ? List.of(foreign(member, property.getKey(), spot.schema))
                                            : check(member));
                        });
            case "required" ->
                spot.absent(words(limit))
                        .forEach(key -> faults.add(
                                new Fault(spot, keyword, spot.pointer, List.of(key), () -> spot.missing(key))));
            case "dependentRequired" ->
                limit.properties().forEach(needs -> {
                    List<String> missing = spot.absent(words(needs.getValue()));
                    if (object.has(needs.getKey()) && !missing.isEmpty()) {
                        faults.add(spot.fault(
                                keyword,
                                () -> "found \"" + needs.getKey() + "\" without " + joined(missing)
                                        + ", expected both"));
                    }
                });
            case "dependentSchemas" ->
                limit.properties().stream()
                        .filter(of -> object.has(of.getKey()))
                        .forEach(of -> faults.addAll(
                                check(new Spot(of.getValue(), object, spot.pointer, spot.rule, of.getKey()))));
            case "propertyNames" ->
                keys(object).forEach(key -> faults.addAll(check(spot.at(TextNode.valueOf(key), spot.pointer, limit))));
            case UNKNOWN_KEY ->
                keys(object).stream()
                        .filter(key -> !spot.schema.path(PROPERTIES).has(key))
                        .forEach(key -> faults.addAll(
                                limit.isObject() ? check(spot.member(key, limit)) : List.of(unknown(spot, key))));
            default -> {
                // no keyword for objects
            }
        }
    }

    private String message(Spot spot, String keyword, JsonNode limit) {
        JsonNode value = spot.value;
        if (keyword.equals("enum")) {
            return found(value) + expected(value, words(limit));
        }
        String expected = switch (keyword) {
            case TYPE -> spot.title("a value of type " + joined(words(limit)));
            case "const" -> limit.toString();
            case "minimum" -> "at least " + limit;
            case "maximum" -> "at most " + limit;
            case "exclusiveMinimum" -> "more than " + limit;
            case "exclusiveMaximum" -> "less than " + limit;
            case "minItems" -> "at least " + limit + " elements";
            case "maxItems" -> "at most " + limit + " elements";
            case "minLength" -> "at least " + limit + " characters";
            case "maxLength" -> "at most " + limit + " characters";
            case "minProperties" -> "at least " + limit + " keys";
            case "maxProperties" -> "at most " + limit + " keys";
            case "pattern" -> spot.title("another text") + spot.nonNegative(limit);
            default -> spot.title("something else");
        };
        if (keyword.equals("uniqueItems")) {
            return "found an element twice, expected each once";
        }
        boolean isOneOfAList =
                keyword.equals(TYPE) && value.isObject() && words(limit).equals(List.of("array"));
        return found(value) + ", expected " + expected + (isOneOfAList ? ", if only of one" : "");
    }

    private Fault unknown(Spot spot, String key) {
        List<String> known = keys(spot.schema.path(PROPERTIES));
        Optional<String> asWord = known.stream()
                .filter(other -> words(spot.schema.path(PROPERTIES).path(other).path("enum"))
                        .contains(key))
                .findFirst();
        String meant = asWord.orElse(key);
        return new Fault(spot, UNKNOWN_KEY, JsonPointers.member(spot.pointer, key), List.of(meant), () -> {
            if (asWord.isPresent()) {
                return "found the unknown key \"" + key + "\", did you mean \"" + meant + ": " + key + "\"?";
            }
            boolean isForeign = spot.isOfKind()
                    && (hints++ >= MOST_HINTS || Suggestions.nearest(key, known).isEmpty());
            return isForeign
                    ? spot.foreign(known)
                    : "found the unknown key \"" + excerpt(key) + '"'
                            + (known.isEmpty() ? ", expected no key" : expected(TextNode.valueOf(key), known));
        });
    }

    /** A key that does not go with another, or with the word of a rule, which leaves the keys of its object that it does not forbid. */
    private static Fault foreign(Spot member, String key, JsonNode schema) {
        if (!member.dependency.isEmpty()) {
            String message = "found a key that does not go with \"" + member.dependency + '"' + ONE_OR_OTHER;
            return new Fault(member, FORBIDDEN, member.pointer, List.of(key), () -> message);
        }
        return member.fault("false", () -> {
            List<String> own = new ArrayList<>(keys(member.rule.object.path(PROPERTIES)));
            own.removeAll(keys(schema.path(PROPERTIES)));
            own.remove(member.rule.key);
            return member.foreign(own);
        });
    }

    /** What is wrong with a value that not exactly one alternative takes: if none does, by the one that was most likely meant. */
    private List<Fault> checkChoice(Spot spot, JsonNode branches) {
        List<List<Fault>> found = elements(branches).stream()
                .map(branch -> check(spot.part(branch)))
                .toList();
        long fitting = found.stream().filter(List::isEmpty).count();
        if (fitting == 1) {
            return List.of();
        }
        List<String> keys = choice(branches);
        if (!keys.isEmpty()) {
            List<String> present = keys.stream().filter(spot.value::has).toList();
            String message = present.isEmpty()
                    ? "found none of " + joined(keys) + ", expected one of them"
                    : "found " + joined(present) + " together, expected only one of " + joined(keys);
            return List.of(new Fault(spot, "oneOf", spot.pointer, present.isEmpty() ? keys : List.of(), () -> message));
        }
        return found.stream()
                .filter(wrong -> fitting == 0 && wrong.stream().noneMatch(fault -> fault.isOfAnotherSort(spot)))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> List.of(noneOf(spot, branches)));
    }

    /** A value that is none of some alternatives. Where each has a word for the same key, it is the word that is wrong. */
    private Fault noneOf(Spot spot, JsonNode branches) {
        for (String key : keys(spot.value)) {
            List<String> words = elements(branches).stream()
                    .map(branch -> branch.path(PROPERTIES).path(key).path("const"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .toList();
            JsonNode word = spot.value.get(key);
            if (words.size() == branches.size() && !words.contains(word.asText())) {
                return spot.member(key, branches).fault("oneOf", () -> found(word) + expected(word, words));
            }
        }
        return spot.fault("oneOf", () -> found(spot.value) + ", expected " + spot.title("something else"));
    }

    private String expected(JsonNode word, List<String> known) {
        return word.isTextual() && hints++ < MOST_HINTS
                ? Suggestions.expected("one of", word.textValue(), known)
                : ", expected one of " + joined(known);
    }

    private static String found(JsonNode node) {
        String size = node.size() + (node.isArray() ? " element" : " key") + (node.size() == 1 ? "" : "s");
        return switch (node.getNodeType()) {
            case ARRAY -> "found a list of " + size;
            case OBJECT -> "found an object with " + size;
            case STRING -> "found \"" + excerpt(node.textValue()) + '"';
            default -> "found " + excerpt(node.asText());
        };
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
    }

    /** The keys of a choice that is all about single required keys; none if it is about more. */
    private static List<String> choice(JsonNode branches) {
        List<String> keys = new ArrayList<>();
        for (JsonNode branch : branches) {
            List<String> required = words(branch.path("required"));
            if (branch.size() != 1 || required.size() != 1) {
                return List.of();
            }
            keys.addAll(required);
        }
        return keys;
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The elements of a list, or the word that stands in its place. */
    private static List<String> words(JsonNode node) {
        return node.isTextual()
                ? List.of(node.textValue())
                : elements(node).stream().map(JsonNode::asText).toList();
    }

    private static String joined(List<String> words) {
        return Suggestions.list(words);
    }
}
