package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.scenario.format.ScenarioAssembly.WrittenValues;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WrittenValuesTest {

    private static Map<String, String> of(String json) throws IOException {
        return WrittenValues.of(new ObjectMapper().readTree(json));
    }

    private static String list(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void haveAPointerEachInTheOrderOfTheDocument() throws IOException {
        Map<String, String> values = of(
                "{\"scenario\": \"s\", \"clock\": {\"tick\": \"1 ms\"}, \"tags\": [\"a\"], \"b\": [[], {\"c/d\": 2}]}");

        assertEquals(
                List.of("/clock/tick=1 ms", "/b/0=[]", "/b/1/c~1d=2"),
                values.entrySet().stream().map(Object::toString).toList());
    }

    /** Result files must not depend on the language of the machine, some of which have digits of their own. */
    @Test
    void aLongListIsItsLengthAndAChecksumInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("15", of("{\"weights\": " + list(16) + "}").get("/weights/15"));
            assertEquals(Map.of("/weights", "17 values, CRC-32 c06e5a82"), of("{\"weights\": " + list(17) + "}"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ofMoreThanFiveThousandNoneIsKept() throws IOException {
        String member = "{\"a\": 1, \"b\": 2}";
        String many = IntStream.range(0, 2500).mapToObj(i -> member).collect(Collectors.joining(", ", "[", "]"));

        assertEquals(5000, of("{\"populations\": " + many + "}").size());
        assertEquals(Map.of(), of("{\"seed\": 1, \"populations\": " + many + "}"));
    }
}
