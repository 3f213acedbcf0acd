package io.tapeline.emulator.binance;

import io.tapeline.emulator.recorded.JsonSlices;
import io.tapeline.emulator.recorded.RecordedFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Which stream a recorded frame belongs to, and its bare payload. */
record StreamText(String stream, String payload) {
    /** Empty for control answers and for raw payloads whose address does not name one stream. */
    static Optional<StreamText> of(RecordedFrame frame) {
        Map<String, String> members;
        try {
            members = JsonSlices.of(frame.text());
        } catch (JacksonException e) {
            return Optional.empty();
        }
        String stream = members.get("stream");
        String data = members.get("data");
        if (stream != null && data != null) {
            return Optional.of(new StreamText(stream, data));
        }
        int ws = frame.url().indexOf("/ws/");
        List<String> named =
                ws < 0 ? List.of() : List.of(frame.url().substring(ws + 4).split("/"));
        return named.size() == 1 ? Optional.of(new StreamText(named.getFirst(), frame.text())) : Optional.empty();
    }
}
