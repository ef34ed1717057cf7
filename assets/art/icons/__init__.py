def sprites():
    return []
