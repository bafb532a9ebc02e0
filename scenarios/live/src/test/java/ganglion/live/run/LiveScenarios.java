package ganglion.live.run;

import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Scenarios of the gallery with one clip and an ear that needs no later sound. */
public final class LiveScenarios {

    public static final String CAUSAL = "{running-maximum: {minimum-range: 0.000001}}";

    private LiveScenarios() {}

    public static Path gallery(String name) {
        return Path.of("..", "gallery", name);
    }

    /** A scenario of the gallery that hears one of its clips, and expects nothing. */
    public static Scenario read(String name, String clip, String... settings) throws InputException {
        Map<String, String> byPointer = new LinkedHashMap<>();
        byPointer.put("/inputs/0/clips", "[{audio: " + clip + "}]");
        byPointer.put("/expect", "[]");
        byPointer.put("/inputs/0/frontend/gain", CAUSAL);
        for (int i = 0; i < settings.length; i += 2) {
            byPointer.put(settings[i], settings[i + 1]);
        }
        return ScenarioFiles.read(
                gallery(name).resolve("scenario.yaml"),
                new ScenarioOverrides(byPointer, OptionalLong.empty(), List.of(), false));
    }
}
