package io.tapeline.collector.session;

import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.testing.ScriptedVenue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network in which nothing happens but what the test does. */
final class ScriptedWire implements Wire {
    private static final Pattern REQUEST =
            Pattern.compile("\\{\"op\":\"(sub|unsub|book)\",\"id\":(\\d+),\"streams\":\\[(.*)]}");

    private final LongSupplier micros;
    private final List<ScriptedLink> links = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private BiConsumer<ScriptedLink, String> onText = ScriptedLink::acknowledge;
    private boolean opensByItself = true;
    private Ending refusal;

    ScriptedWire(LongSupplier micros) {
        this.micros = micros;
    }

    /** What the venue does with a text; unless told otherwise it accepts requests. */
    void onText(BiConsumer<ScriptedLink, String> action) {
        onText = action;
    }

    void opensByItself(boolean does) {
        opensByItself = does;
    }

    /** Every connection fails from now on; null lets them succeed. */
    void refuse(Ending ending) {
        refusal = ending;
    }

    /** Where connections were opened to, in order. */
    List<URI> addresses() {
        return addresses;
    }

    List<ScriptedLink> links() {
        return links;
    }

    ScriptedLink latest() {
        return links.getLast();
    }

    @Override
    public Link open(String connection, URI address, int maxFrameBytes, Events events) {
        ScriptedLink link = new ScriptedLink(connection, events);
        links.add(link);
        addresses.add(address);
        if (refusal != null) {
            link.end(refusal);
        } else if (opensByItself) {
            // The caller has no link yet, as with a real network.
            link.opening = true;
        }
        return link;
    }

    /** Lets what was asked for come about. */
    void settle() {
        for (ScriptedLink link : List.copyOf(links)) {
            if (link.opening) {
                link.opening = false;
                link.events.opened();
            }
        }
    }

    /** The venue's end. */
    final class ScriptedLink implements Link {
        private final String name;
        private final Events events;
        private final List<String> texts = new ArrayList<>();
        private final Set<String> subscribed = new LinkedHashSet<>();
        private boolean opening;
        private boolean closed;
        private long pings;

        private ScriptedLink(String name, Events events) {
            this.name = name;
            this.events = events;
        }

        String name() {
            return name;
        }

        List<String> texts() {
            return texts;
        }

        Set<String> subscribed() {
            return subscribed;
        }

        boolean closed() {
            return closed;
        }

        void acknowledge(String text) {
            Matcher request = REQUEST.matcher(text);
            if (request.matches()) {
                List<String> names = List.of(request.group(3).replace("\"", "").split(","));
                if (request.group(1).equals("sub")) {
                    subscribed.addAll(names);
                } else if (request.group(1).equals("unsub")) {
                    subscribed.removeAll(names);
                }
                frame("{\"ack\":" + request.group(2) + "}");
            }
        }

        void reject(String text, String why) {
            Matcher request = REQUEST.matcher(text);
            if (request.matches()) {
                frame("{\"reject\":" + request.group(2) + ",\"why\":\"" + why + "\"}");
            }
        }

        void trade(String symbol, long id) {
            frame(ScriptedVenue.trade(symbol, id));
        }

        void frame(String text) {
            if (!closed) {
                events.frame(new RawFrame(
                        "scripted",
                        RawFrame.Transport.WS,
                        name,
                        null,
                        micros.getAsLong(),
                        text.getBytes(StandardCharsets.UTF_8)));
            }
        }

        void ping() {
            pings++;
        }

        void end(Ending ending) {
            if (!closed) {
                closed = true;
                events.ended(ending);
            }
        }

        void end(String reason) {
            end(Ending.of(reason));
        }

        @Override
        public void send(String text) {
            texts.add(text);
            onText.accept(this, text);
        }

        @Override
        public long pings() {
            return pings;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
