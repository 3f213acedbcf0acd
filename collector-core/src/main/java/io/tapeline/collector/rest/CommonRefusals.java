package io.tapeline.collector.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What most venues have in common. */
final class CommonRefusals implements RefusalRules {
    private static final int LONGEST = 200;
    private static final Pattern BANNED_UNTIL = Pattern.compile("(?i)banned until (\\d{13})");
    private static final List<String> MESSAGE_MEMBERS =
            List.of("msg", "message", "err-msg", "err_msg", "retMsg", "error_message", "error", "errors");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Optional<Instant> bannedUntil(int status, String body) {
        Matcher banned = BANNED_UNTIL.matcher(body);
        return banned.find() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(banned.group(1)))) : Optional.empty();
    }

    @Override
    public RestResult.Reason reason(int status, String body) {
        return status == 403 || status == 451 ? RestResult.Reason.BLOCKED : RestResult.Reason.REFUSED;
    }

    @Override
    public String message(String body) {
        try {
            return line(words(JSON.readTree(body)));
        } catch (JacksonException notJson) {
            // An error page says nothing that the status does not.
            return body.stripLeading().startsWith("<") ? "" : line(body);
        }
    }

    private static String words(JsonNode node) {
        for (String member : MESSAGE_MEMBERS) {
            JsonNode found = node.path(member);
            if (found.isString()) {
                return found.stringValue();
            }
            if (!found.isMissingNode() && !found.isNull()) {
                return found.isObject() ? words(found) : found.toString();
            }
        }
        return node.toString();
    }

    private static String line(String text) {
        String first = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return first.length() <= LONGEST ? first : first.substring(0, LONGEST) + "...";
    }
}
