package io.tapeline.collector.frame;

import java.net.URI;
import java.util.regex.Pattern;

/** Cuts what must not be stored or logged out of addresses. */
public final class UrlSecrets {
    private static final String CUT = "***";
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)([?&][^=&#]*(?:key|secret|signature|token|passphrase|password|auth)[^=&#]*=)[^&#]*");
    private static final Pattern SIGN_PARAMETER =
            Pattern.compile("(?i)([?&](?:sign|sig|accesskeyid|listenkey)=)[^&#]*");
    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@?#]*@");

    private UrlSecrets() {}

    /** The address with user information and the values of secret query parameters replaced by {@code ***}. */
    public static String cut(String url) {
        String withoutUser = USER_INFO.matcher(url).replaceFirst("$1" + CUT + "@");
        String withoutKeys = SECRET_PARAMETER.matcher(withoutUser).replaceAll("$1" + CUT);
        return SIGN_PARAMETER.matcher(withoutKeys).replaceAll("$1" + CUT);
    }

    public static String cut(URI url) {
        return cut(url.toString());
    }
}
