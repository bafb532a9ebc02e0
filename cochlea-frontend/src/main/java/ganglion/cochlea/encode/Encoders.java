package ganglion.cochlea.encode;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey;
import java.util.List;

/** The list of all encoders: an encoder is its class, its test and one word here. */
public final class Encoders {

    /** The encoder of the default front end. */
    public static final SpikeEncoder DEFAULT = LifEncoder.STUDY;

    /** Every kind, in the order of pages and messages. */
    public static final KindsByKey<SpikeEncoder> KINDS = new KindsByKey<>(
            "one kind of encoder",
            List.of(
                    LifEncoder.KIND,
                    LevelCrossingEncoder.KIND,
                    FirstSpikeEncoder.KIND,
                    PoissonEncoder.KIND,
                    PhaseLockedEncoder.KIND,
                    PopulationEncoder.KIND,
                    CurrentInjection.KIND));

    /** The encoder of a front end in a document. */
    public static final Key<SpikeEncoder> KEY = Key.of("encoder", KINDS)
            .says("How the drive of each band becomes spikes; exactly one kind.")
            .byDefault(DEFAULT)
            .exampleText("{lif: {beta: 0.850854, threshold: 1.0}}");

    private Encoders() {}
}
