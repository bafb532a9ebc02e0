package ganglion.cochlea.adjust;

import ganglion.cochlea.CochleaParameters;
import java.util.List;

/**
 * Changes of an ear that are known beforehand.
 *
 * @param changes in the order in which those of one tick are made
 * @param noiseSeed of the noise that {@link EarSetting#NOISE} adds
 */
public record EarAdjustments(List<EarChange> changes, long noiseSeed) {

    /** An ear that stays as it is. */
    public static final EarAdjustments NONE = new EarAdjustments(List.of(), 0);

    public EarAdjustments {
        changes = List.copyOf(changes);
    }

    /**
     * Refuses changes of an ear that cannot be changed so.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public void check(CochleaParameters parameters) {
        if (changes.isEmpty()) {
            return;
        }
        new AdjustableEar(parameters, noiseSeed);
        List<EarSetting> settings = EarSetting.of(parameters);
        for (EarChange change : changes) {
            if (!settings.contains(change.setting())) {
                throw new IllegalArgumentException(
                        "found a change of " + change.setting().word()
                                + ", which this ear does not have; expected one of "
                                + settings.stream().map(EarSetting::word).toList());
            }
        }
    }
}
