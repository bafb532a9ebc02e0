package ganglion.rule.experiment;

import static ganglion.rule.experiment.EventNetworkKeys.NETWORK;
import static ganglion.rule.experiment.EventTrainingKeys.TRAINING;
import static ganglion.scenario.experiment.key.DataKeys.DATA;
import static ganglion.scenario.experiment.key.FeatureKeys.FEATURES;

import ganglion.documents.InputException;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.rule.experiment.EventExperiment.EventProp;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.FeatureKeys;
import ganglion.scenario.experiment.key.RobustnessKeys;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;

/** Experiments that train a classifier with EventProp, by exact gradients of spikes in continuous time. */
public final class EventPropTask extends Task<EventExperiment> {

    private static final Shape<EventExperiment> SHAPE = Shape.of(
            "an experiment that trains a classifier",
            EventPropTask::read,
            ExperimentKeys.of(
                    EventExperiment.TASK,
                    "What is learned: to classify samples, by exact gradients of spikes in continuous time.",
                    false,
                    DATA,
                    FEATURES,
                    NETWORK,
                    TRAINING,
                    RobustnessKeys.ROBUSTNESS));

    /** For {@link java.util.ServiceLoader}. */
    public EventPropTask() {
        super(
                EventExperiment.TASK,
                EventExperiment.class,
                SHAPE,
                SeedFigure.BESIDE_BASELINES,
                "An experiment file of this task says how a spiking network learns to classify samples with EventProp (Wunderlich"
                        + " and Pehle 2021): in continuous time, by the exact gradient of its spikes.");
    }

    @Override
    public TrainingOutcome run(EventExperiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return new EventPropRun(experiment, settings, progress).run();
    }

    private static EventExperiment read(Place root) {
        Features features = FEATURES.in(root);
        FeatureKeys.needSpikes(root, features, "EventProp");
        Place network = NETWORK.in(root);
        Place training = TRAINING.in(root);
        EventPlan plan = EventTrainingKeys.plan(training);
        EventShape shape = EventNetworkKeys.shape(network, features, plan.loss().readsOut());
        EventNetworkKeys.checkGrid(network, features);
        return new EventExperiment(
                ExperimentKeys.head(root),
                DATA.in(root),
                features,
                new EventProp(
                        shape, plan, EventTrainingKeys.spikesAtStart(training), EventNetworkKeys.ticksPerStep(network)),
                RobustnessKeys.allOf(root));
    }
}
