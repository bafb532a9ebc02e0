package ganglion.runtime.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;

/** References of actors as text, good on every node of a cluster. */
final class References {

    private References() {}

    static String write(ActorRef<Envelope> actor, ActorSystem<?> system) {
        return ActorRefResolver.get(system).toSerializationFormat(actor);
    }

    static ActorRef<Envelope> read(String text, ActorSystem<?> system) {
        return ActorRefResolver.get(system).resolveActorRef(text);
    }
}
