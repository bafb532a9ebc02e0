package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SCHEMA = """
            {
             "type": "object",
             "properties": {
              "extends": {"type": "string"},
              "variables": {"type": "object"},
              "size": {"title": "a whole number", "type": "integer", "minimum": 1, "examples": [3]},
              "weights": {"type": ["number", "array"], "items": {"type": "number"}},
              "pattern": {"title": "a time such as 2 ms", "type": "string", "pattern": "^[0-9]+ ms$"},
              "layer": {"type": "object", "oneOf": [
               {"properties": {"kind": {"const": "dense"}, "outputs": {"type": "integer"}}, "required": ["kind"], "additionalProperties": false},
               {"properties": {"kind": {"const": "leaky"}}, "required": ["kind"], "additionalProperties": false}]},
              "choice": {"if": {"type": ["integer"]}, "then": {"maximum": 5}, "else": {"type": "string"}}
             },
             "required": ["size"],
             "additionalProperties": false
            }
            """;

    private static boolean takes(String schema, String document) throws Exception {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(schema));
        return compiled.validate(MAPPER.readTree(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'size': 3}; true",
                "{'size': '${2 * n}'}; true",
                "{'size': 'many'}; false",
                "{'size': 0}; false",
                "{}; false",
                "{'extends': 'base.yaml'}; true",
                "{'extends': 'base.yaml', 'sizes': 1}; false",
                "{'size': 3, 'weights': [1, '${n}']}; true",
                "{'size': 3, 'weights': '${n}'}; true",
                "{'size': 3, 'weights': ['n']}; false",
                "{'size': 3, 'pattern': '2 ms'}; true",
                "{'size': 3, 'pattern': '${2 * n} ms'}; true",
                "{'size': 3, 'pattern': '2 s'}; false",
                "{'size': 3, 'layer': {'kind': 'dense', 'outputs': '${n}'}}; true",
                "{'size': 3, 'layer': {'kind': 'leaky', 'outputs': 3}}; false",
                "{'size': 3, 'layer': {'kind': 'other'}}; false",
                "{'size': 3, 'choice': 7}; false",
                "{'size': 3, 'choice': 'any'}; true",
            })
    void takesAFileAsItIsWritten(String document, boolean taken) throws Exception {
        assertEquals(taken, takes(EditorSchema.of(SCHEMA), document.replace('\'', '"')));
    }

    @Test
    void withoutVariablesAnExpressionIsNoNumber() throws Exception {
        String schema = EditorSchema.of(SCHEMA.replace("variables", "others"));

        assertEquals(false, takes(schema, "{\"size\": \"${n}\"}"));
        assertEquals(true, takes(schema, "{\"size\": 1}"));
    }

    @Test
    void saysInWordsWhatIsExpectedAndNamesAlternatives() throws Exception {
        JsonNode properties = MAPPER.readTree(EditorSchema.of(SCHEMA)).path("properties");

        assertEquals(
                "Expected a whole number, or an expression such as ${2 * n}.",
                properties.at("/size/patternErrorMessage").asText());
        assertEquals(
                "Expected a time such as 2 ms.",
                properties.at("/pattern/patternErrorMessage").asText());
        assertEquals(
                "[\"dense\",\"leaky\"]",
                properties.at("/layer/properties/kind/enum").toString());
        assertEquals("leaky", properties.at("/layer/oneOf/1/title").asText());
        assertEquals("[\"integer\"]", properties.at("/choice/if/type").toString());
    }

    @Test
    void offersWords() throws Exception {
        String schema = EditorSchema.of(SCHEMA, Map.of("/properties/choice/else", List.of("a", "b")));

        assertEquals(
                "[\"a\",\"b\"]",
                MAPPER.readTree(schema).at("/properties/choice/else/examples").toString());
        assertThrows(
                IllegalArgumentException.class, () -> EditorSchema.of(SCHEMA, Map.of("/properties/no", List.of())));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThrows(IllegalArgumentException.class, () -> EditorSchema.of("size: 1"));
    }
}
