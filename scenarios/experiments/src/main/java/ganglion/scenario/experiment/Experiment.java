package ganglion.scenario.experiment;

/** What an experiment file asks for; its type says which task is learned. */
public sealed interface Experiment
        permits Classification,
                Detection,
                EnergyComparison,
                FourierTransform,
                ToneAmplitudes,
                Rhythm,
                RuleClassification {

    /** What all experiments have. */
    ExperimentHead head();
}
