package ganglion.runtime.architecture.broken;

import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Receive;
import ganglion.kernel.neuron.Visit;
import org.slf4j.LoggerFactory;

/** Breaks every rule of the runtime, so that a test can see that each rule notices. Never run. */
public final class OpenActor extends AbstractBehavior<String> {

    public long mutable;

    public OpenActor(ActorContext<String> context) {
        super(context);
    }

    @Override
    public Receive<String> createReceive() {
        LoggerFactory.getLogger("broken").info("{} {}", System.nanoTime(), new Visit());
        return newReceiveBuilder().build();
    }
}
