package ganglion.runtime.broken;

import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.neuron.NeuronGroup;

/** An actor that everybody may see, and that knows neurons. */
public final class OpenActor extends AbstractBehavior<NeuronGroup> {

    private OpenActor(ActorContext<NeuronGroup> context) {
        super(context);
    }

    @Override
    public Receive<NeuronGroup> createReceive() {
        return newReceiveBuilder().build();
    }
}
