package io.tapeline.emulator.stream;

import io.tapeline.emulator.server.WireText;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One event on its way to those who listened when it was published; encoded once for all who get the same text. */
final class Frame {
    private final String stream;
    private final String payload;
    private final UnaryOperator<String> damage;
    private final List<Listener> receivers;
    private final Map<Object, WireText> texts = new IdentityHashMap<>(2);

    Frame(String stream, String payload, UnaryOperator<String> damage, Collection<Listener> receivers) {
        this.stream = stream;
        this.payload = payload;
        this.damage = damage;
        this.receivers = List.copyOf(receivers);
        for (Listener listener : this.receivers) {
            if (!listener.wrapping().shared()) {
                texts.put(listener, text(listener.wrapping()));
            }
        }
    }

    void send() {
        for (Listener listener : receivers) {
            WireText own = texts.get(listener);
            listener.connection()
                    .send(stream, own == null ? texts.computeIfAbsent(listener.wrapping(), this::shared) : own);
        }
    }

    private WireText shared(Object wrapping) {
        return text((Wrapping) wrapping);
    }

    private WireText text(Wrapping wrapping) {
        return new WireText(damage.apply(wrapping.wrap(stream, payload)));
    }
}
