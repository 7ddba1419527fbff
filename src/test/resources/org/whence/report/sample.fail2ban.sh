# case.eml; until 2026-11-30T15:40:12Z, then remove it
# the jail whence needs bantime = 604800
fail2ban-client set whence banip 198.51.100.20
