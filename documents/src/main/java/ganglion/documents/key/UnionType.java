package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A value that is written in one of several forms, told apart by their JSON types: a text or an object, a number or a list.
 *
 * @param title what messages expect: {@code all, or a list of names}
 * @param forms their types, no two of which share a JSON type
 * @param writer the form that a value is written in, as a document has it
 * @param <T> what all forms have in common
 */
public record UnionType<T>(String title, List<Form<T>> forms, Function<T, JsonNode> writer) implements Type<T> {

    /**
     * One form.
     *
     * @param type of its values
     * @param jsonTypes of its values: {@code string}, {@code number}, ...
     * @param standsAlone whether its keywords must not be mixed with those of other forms
     * @param <T> the value in Java
     */
    public record Form<T>(Type<? extends T> type, List<String> jsonTypes, boolean standsAlone) {

        static <T> Form<T> of(Type<? extends T> type) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            Definitions definitions = new Definitions(false);
            type.writeSchema(schema, definitions);
            boolean refers = schema.has("$ref");
            JsonNode body = refers ? definitions.resolve(schema) : schema;
            return new Form<>(type, jsonTypes(body), refers || body.has("enum"));
        }

        private static List<String> jsonTypes(JsonNode schema) {
            JsonNode written = schema.path("type");
            if (written.isMissingNode() && schema.has("enum")) {
                return List.of("string");
            }
            List<String> types = new ArrayList<>();
            (written.isArray() ? written : JsonNodeFactory.instance.arrayNode().add(written))
                    .forEach(type -> types.add(type.asText()));
            return List.copyOf(types);
        }

        boolean takes(JsonNode node) {
            String type = node.getNodeType().name().toLowerCase(Locale.ROOT);
            return jsonTypes.contains(type) || node.isNumber() && jsonTypes.contains("integer");
        }
    }

    /** A value in one of several forms that is only read. */
    static <T> UnionType<T> of(String title, List<Form<T>> forms) {
        return new UnionType<>(title, forms, value -> {
            throw new UnsupportedOperationException(title + " cannot be written");
        });
    }

    /** The same type, with the way back into a document. */
    public UnionType<T> writtenBy(Function<T, JsonNode> write) {
        return new UnionType<>(title, forms, write);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    private static void addTypes(Form<?> form, ArrayNode types) {
        form.jsonTypes().forEach(types::add);
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        ArrayNode types = into.putArray("type");
        forms.forEach(form -> addTypes(form, types));
        for (Form<T> form : forms) {
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            form.type().writeSchema(own, definitions);
            if (form.standsAlone()) {
                ObjectNode rule =
                        into.has("if") ? into.withArrayProperty("allOf").addObject() : into;
                addTypes(form, rule.putObject("if").putArray("type"));
                rule.set("then", own);
            } else {
                own.remove("type");
                into.setAll(own);
            }
        }
    }

    @Override
    public T read(Place place) {
        for (Form<T> form : forms) {
            if (form.takes(place.node())) {
                return form.type().read(place);
            }
        }
        throw new IllegalStateException("the schema lets " + place.pointer() + " be none of the forms of " + title);
    }

    @Override
    public JsonNode write(T value) {
        return writer.apply(value);
    }
}
