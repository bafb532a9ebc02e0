package ganglion.cochlea;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.resample.Resampler;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a front end computes in one tick of the network: one frame or, where currents are taken at longer steps, all frames of
 * a step and its row of numbers. See {@link ganglion.cochlea.operation} for what counts.
 *
 * @param frames frames of the tick
 * @param stages operations of each stage that has any, in the order in which sound passes them
 */
public record CochleaWork(int frames, Map<CochleaStage, OperationCounts> stages) {

    /** Leaves out stages without operations. */
    public CochleaWork {
        Map<CochleaStage, OperationCounts> copy = new EnumMap<>(CochleaStage.class);
        copy.putAll(stages);
        copy.values().removeIf(OperationCounts.NONE::equals);
        stages = Collections.unmodifiableMap(copy);
    }

    /**
     * The work of a tick. Inhibition and gain control are left out where only powers are read, so that their result is for
     * pictures alone.
     *
     * @param recordedHertz sample rate of the sound
     * @throws IllegalArgumentException if that rate is outside 100 Hz to 1 MHz
     */
    public static CochleaWork ofTick(CochleaParameters parameters, double recordedHertz) {
        int bands = parameters.mel().bands();
        int frames = parameters.encoder().framesPerTick();
        Optional<CurrentInjection> numbers = parameters.encoder().currents();
        Map<CochleaStage, OperationCounts> stages = new EnumMap<>(new BandAnalysis(parameters).operationsPerFrame());
        if (recordedHertz != parameters.sampleRateHertz()) {
            Resampler resampler = Resampler.between(recordedHertz, parameters.sampleRateHertz());
            stages.put(CochleaStage.RESAMPLING, resampler.operationsPerSample().times(parameters.hopSamples()));
        }
        if (numbers.map(FeatureRows::readDrives).orElse(true)) {
            stages.put(CochleaStage.INHIBITION, parameters.inhibition().operationsPerFrame(bands));
            stages.put(CochleaStage.GAIN, parameters.gain().operationsPerFrame(bands));
        }
        stages.put(CochleaStage.ENCODER, parameters.encoder().operationsPerFrame(bands));
        stages.replaceAll((stage, operations) -> operations.times(frames));
        numbers.ifPresent(it -> stages.putAll(FeatureRows.operationsPerRow(it, parameters)));
        return new CochleaWork(frames, stages);
    }

    /** Operations of a stage. */
    public OperationCounts of(CochleaStage stage) {
        return stages.getOrDefault(stage, OperationCounts.NONE);
    }

    /** Operations of all stages. */
    public OperationCounts total() {
        return stages.values().stream().reduce(OperationCounts.NONE, OperationCounts::plus);
    }
}
