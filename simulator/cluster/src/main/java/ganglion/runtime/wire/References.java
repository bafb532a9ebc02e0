package ganglion.runtime.wire;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;

/** References of actors as text, good on every node of a cluster. */
public final class References {

    private References() {}

    public static String write(ActorRef<Envelope> actor, ActorSystem<?> system) {
        return ActorRefResolver.get(system).toSerializationFormat(actor);
    }

    public static ActorRef<Envelope> read(String text, ActorSystem<?> system) {
        return ActorRefResolver.get(system).resolveActorRef(text);
    }
}
