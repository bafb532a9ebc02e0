package ganglion.hardware.signal;

import java.util.List;

/**
 * The work of the front end of one input while its sound plays.
 *
 * @param input name of the input
 * @param frames frames that it computed
 * @param soundSeconds length of the sound, above 0; silence between clips, in which it does not run, is not part of it
 * @param stages the stages that have work to do, in the order in which the sound passes them
 */
public record FrontEndWork(String input, long frames, double soundSeconds, List<SignalStage> stages) {

    /** @throws IllegalArgumentException if there is no sound */
    public FrontEndWork {
        if (!(soundSeconds > 0)) {
            throw new IllegalArgumentException("found " + soundSeconds + " s of sound, expected more than 0 s");
        }
        stages = List.copyOf(stages);
    }

    /** The work of all stages. */
    public SignalWork total() {
        return stages.stream().map(SignalStage::work).reduce(SignalWork.NONE, SignalWork::plus);
    }

    /** The work of each stage in a second of sound; a front end that listens all the time has it in every second. */
    public List<SignalStage> perSecond() {
        return stages.stream()
                .map(stage -> new SignalStage(stage.name(), stage.work().times(1 / soundSeconds)))
                .toList();
    }

    /** The same without a stage, such as the resampling of recordings, which a microphone at the right rate needs not. */
    public FrontEndWork without(String stage) {
        return new FrontEndWork(
                input,
                frames,
                soundSeconds,
                stages.stream().filter(it -> !it.name().equals(stage)).toList());
    }

    /**
     * The work of one stage of a front end.
     *
     * @param name of the stage, such as {@code transform}
     * @param work its operations
     */
    public record SignalStage(String name, SignalWork work) {}
}
