package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.ticks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.adjust.EarAdjustments;
import ganglion.cochlea.adjust.EarChange;
import ganglion.cochlea.adjust.EarSetting;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.model.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of changes of an ear while it hears. */
final class AdjustKeys {

    private static final int MOST_ADJUSTMENTS = 100_000;

    private static final Key<Long> AT = Key.of("at", ticks())
            .says("When it is changed, from the start of each clip.")
            .byDefault(0L, "0 ticks")
            .example("1.2 s");

    private static final Map<EarSetting, Key<Double>> SETTINGS = settings();

    private static final Key<List<List<EarChange>>> ADJUST = Key.of(
                    "adjust",
                    listOf(
                                    "a list of changes",
                                    Shape.of("a time and what is changed then", AdjustKeys::changes, keys()))
                            .size(1, MOST_ADJUSTMENTS))
            .says(
                    "Changes of the ear while it hears each clip, as `ganglion live` makes them. The ear must be causal; the order is that of the"
                            + " list.")
            .exampleText("[{at: 1.2 s, threshold: 0.8}]");

    private AdjustKeys() {}

    /** The key of an input. */
    static Key<?> key() {
        return ADJUST;
    }

    private static Map<EarSetting, Key<Double>> settings() {
        Map<EarSetting, Key<Double>> keys = new EnumMap<>(EarSetting.class);
        for (EarSetting setting : EarSetting.values()) {
            keys.put(
                    setting,
                    Key.of(setting.word(), number().from(setting.least()).to(setting.most()))
                            .says(setting.description())
                            .example(setting.neutral()));
        }
        return keys;
    }

    private static List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>(List.of(AT));
        Arrays.stream(EarSetting.values()).forEach(setting -> keys.add(SETTINGS.get(setting)));
        return keys;
    }

    private static List<EarChange> changes(Place place) {
        List<EarChange> changes = new ArrayList<>();
        SETTINGS.forEach((setting, key) ->
                key.find(place).ifPresent(value -> changes.add(new EarChange(AT.in(place), setting, value))));
        if (changes.isEmpty()) {
            place.problem("found a time without a change, expected one of "
                    + Arrays.stream(EarSetting.values()).map(EarSetting::word).toList());
        }
        return changes;
    }

    /** The changes of an input. */
    static EarAdjustments read(Place input, CochleaParameters cochlea) {
        Optional<List<List<EarChange>>> found = ADJUST.find(input);
        if (found.isEmpty()) {
            return EarAdjustments.NONE;
        }
        List<EarChange> changes = found.get().stream().flatMap(List::stream).toList();
        long seed = input.reading().context(RandomStreams.class).seed();
        EarAdjustments adjustments = new EarAdjustments(changes, seed);
        try {
            adjustments.check(cochlea);
        } catch (IllegalArgumentException e) {
            ADJUST.at(input).problem(e.getMessage());
            return EarAdjustments.NONE;
        }
        return adjustments;
    }

    /** Writes changes of an ear. */
    static void write(List<EarChange> changes, ObjectNode input) {
        input.remove(ADJUST.name());
        if (changes.isEmpty()) {
            return;
        }
        ArrayNode list = input.putArray(ADJUST.name());
        for (EarChange change : changes) {
            ObjectNode one = list.addObject();
            AT.write(one, change.tick());
            SETTINGS.get(change.setting()).write(one, change.value());
        }
    }
}
